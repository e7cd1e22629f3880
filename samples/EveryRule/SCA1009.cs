using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>The newest release, whatever that is.</summary>
internal static class SCA1009
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://github.com/acme/models/releases/latest/download/fraud.onnx");
}
