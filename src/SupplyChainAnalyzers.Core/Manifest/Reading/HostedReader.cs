using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>One model behind an API.</summary>
internal static class HostedReader
{
    public static HostedModel? Read(JsonMember member, DocumentErrors errors)
    {
        if (ShapedObject.Open(member.Value, LockShapes.Hosted, member.NameRegion, errors) is not { } hosted)
            return null;

        var provider = hosted.Text("provider", out var providerRegion);
        if (provider is not null && !LockValues.IsWord(provider))
            errors.Add(Rules.LockValue, $"'provider' is '{Printable.Of(provider)}'; it must be a word such as openai", providerRegion);

        var endpoint = hosted.Text("endpoint", out var endpointRegion);
        if (endpoint is not null && !Locators.IsHttps(endpoint) && !Locators.IsLoopback(endpoint))
            errors.Add(Rules.LockValue, $"'endpoint' is '{Printable.Of(endpoint)}'; it must be an https address, or http to localhost", endpointRegion);

        return new HostedModel
        {
            Name = member.Name,
            Provider = provider ?? "",
            Endpoint = endpoint ?? "",
            Model = hosted.Text("model") ?? "",
            Region = member.NameRegion,
        };
    }
}
