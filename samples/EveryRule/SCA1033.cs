using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>Bytes that are loaded as they arrive.</summary>
internal static class SCA1033
{
    public static async Task<object> Run(HttpClient http)
    {
        var bytes = await http.GetByteArrayAsync("https://models.acme.example/ner.onnx");
        return new InferenceSession(bytes);
    }
}
