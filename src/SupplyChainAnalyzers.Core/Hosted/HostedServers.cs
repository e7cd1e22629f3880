namespace SupplyChainAnalyzers.Core.Hosted;

/// <summary>The servers that clients of a provider talk to when they are told nothing else. Providers as models.lock calls them.</summary>
public static class HostedServers
{
    private static readonly Dictionary<string, string> Servers = new(StringComparer.Ordinal)
    {
        ["openai"] = "api.openai.com",
        ["anthropic"] = "api.anthropic.com",
        ["google"] = "generativelanguage.googleapis.com",
        ["mistral"] = "api.mistral.ai",
        ["huggingface"] = "api-inference.huggingface.co",
    };

    /// <summary>The host; null when a provider has no single one, or is not known.</summary>
    public static string? HostOf(string provider) => Servers.TryGetValue(provider, out var host) ? host : null;
}
