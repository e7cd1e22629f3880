using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>The first digits of a commit, which can be the name of a branch.</summary>
internal static class SCA1004
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/043235d/model.onnx");
}
