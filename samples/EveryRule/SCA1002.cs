using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>A branch, which moves.</summary>
internal static class SCA1002
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/main/model.onnx");
}
