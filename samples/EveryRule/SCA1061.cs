using System.Net.Http;
using System.Threading.Tasks;

namespace EveryRule;

/// <summary>A client that accepts every certificate.</summary>
internal static class SCA1061
{
    public static async Task<byte[]> Run()
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler);
        return await http.GetByteArrayAsync("https://huggingface.co/acme/fraud-finbert/resolve/043235d6088ecd3dd5fb5ca3592b6913fd516027/model.onnx");
    }
}
