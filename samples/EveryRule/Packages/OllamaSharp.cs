#nullable enable
namespace OllamaSharp
{
    public class OllamaApiClient { public OllamaApiClient(System.Uri uri, string defaultModel = "") { } }
}
