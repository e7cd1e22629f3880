using SupplyChainAnalyzers.Core.Hosted;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Sources.Settings;

/// <summary>What the names around a value say: whose models a section speaks of, and whether they are the provider's own.</summary>
/// <param name="Provider">As models.lock calls it; null when the section names none.</param>
/// <param name="IsProvidersServer">Whether the section names no endpoint but the provider's own.</param>
internal sealed record SettingsSection(string? Provider, bool IsProvidersServer)
{
    public static readonly SettingsSection Root = new(null, true);

    /// <summary>The section that <paramref name="node"/> is, inside this one.</summary>
    public SettingsSection Enter(string name, JsonNode node)
    {
        var provider = SettingsWords.ProviderIn(SettingsWords.Plain(name)) ?? Provider;
        var isOwn = provider == Provider && IsProvidersServer;
        var server = (string?)null;
        foreach (var member in node.Members)
        {
            if (member.Value.StringValue is not { Length: > 0 } value)
                continue;

            var plain = SettingsWords.Plain(member.Name);
            if (SettingsWords.IsKind(plain))
                provider = SettingsWords.ProviderIn(SettingsWords.Plain(value)) ?? provider;
            else if (SettingsWords.IsEndpoint(plain))
                server = value;
        }

        if (server is null)
            return new SettingsSection(provider, provider != Provider || isOwn);

        var host = Uri.TryCreate(server, UriKind.Absolute, out var uri) ? uri.Host : null;
        return new SettingsSection(provider, provider is not null && host == HostedServers.HostOf(provider));
    }
}
