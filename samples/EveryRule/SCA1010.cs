using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>An object in a cloud store by its name, without its version.</summary>
internal static class SCA1010
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://acme.s3.amazonaws.com/fraud.onnx");
}
