using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Hosted;

/// <summary>Whose models a member of the table names. The words are those of <c>hosted</c> in models.lock.</summary>
internal static class HostedProvider
{
    public const string OpenAI = "openai";
    public const string Anthropic = "anthropic";
    public const string Google = "google";
    public const string Mistral = "mistral";
    public const string Bedrock = "bedrock";
    public const string AzureInference = "azure";
    public const string Ollama = "ollama";
    public const string HuggingFace = "huggingface";
    public const string Foundry = "foundry-local";

    // By a word in the type's or the member's name; the longer ones first, because they hold the shorter ones.
    private static readonly (string Word, string Provider)[] Words =
    [
        ("Foundry.Local", Foundry), ("AzureAI", AzureInference), ("Azure.AI", AzureInference), ("Ollama", Ollama), ("HuggingFace", HuggingFace),
        ("Bedrock", Bedrock), ("Mistral", Mistral), ("GoogleAI", Google), ("GoogleGenAI", Google), ("VertexAI", Google), ("Anthropic", Anthropic), ("OpenAI", OpenAI),
    ];

    /// <summary>Null for a member that serves several providers.</summary>
    public static string? Of(ApiMember member)
    {
        foreach (var (word, provider) in Words)
        {
            if (member.Type.MetadataName.IndexOf(word, StringComparison.Ordinal) >= 0 || member.Name.IndexOf(word, StringComparison.Ordinal) >= 0)
                return provider;
        }

        return null;
    }
}
