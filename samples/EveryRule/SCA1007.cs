using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>A repository whose name looks like a well-known one.</summary>
internal static class SCA1007
{
    public static Task<byte[]> Run(HttpClient http) => http.GetByteArrayAsync("https://huggingface.co/sentence-transfomers/all-MiniLM-L6-v2/resolve/c9745ed1d9f207416be6d2e6f8de32d1f16199bf/onnx/model.onnx");
}
