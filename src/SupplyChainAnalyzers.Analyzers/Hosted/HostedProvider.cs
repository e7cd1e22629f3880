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

    // What a client talks to when it is told nothing else.
    private static readonly Dictionary<string, string> Servers = new(StringComparer.Ordinal)
    {
        [OpenAI] = "api.openai.com",
        [Anthropic] = "api.anthropic.com",
        [Google] = "generativelanguage.googleapis.com",
        [Mistral] = "api.mistral.ai",
        [HuggingFace] = "api-inference.huggingface.co",
    };

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

    /// <summary>The host that a provider's clients talk to by default; null when there is no single one.</summary>
    public static string? ServerOf(string provider) => Servers.TryGetValue(provider, out var host) ? host : null;
}
