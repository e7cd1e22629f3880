using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>A comment that models.lock does not agree with.</summary>
internal static class SCA1008
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/model.onnx" /* v1.0 @ models.lock */);
}
