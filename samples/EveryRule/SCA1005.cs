using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>An address without encryption.</summary>
internal static class SCA1005
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("http://models.acme.example/model.onnx");
}
