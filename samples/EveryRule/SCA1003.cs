using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>A tag, which can be moved.</summary>
internal static class SCA1003
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/v2.1.0/model.onnx");
}
