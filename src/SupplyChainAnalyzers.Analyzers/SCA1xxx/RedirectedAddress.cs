using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1009: a short link to a model, or the newest release of a repository.</summary>
internal sealed class RedirectedAddress() : AddressRule(Rules.RedirectedAddress, "'{0}' leads to {1}; {2}")
{
    private const string Next = "fetch the address it leads to today and declare the model, which pins its bytes: run: models lock";

    // A short link rarely ends in the name of a file.
    private static readonly string[] Words = ["model", "onnx", "gguf", "ggml", "weight", "checkpoint", "mlnet-resources", "dataset", "whisper", "bert", "llama"];

    protected override bool IsAnsweredByDigest => true;

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (use.Project.Lock.Covers(address.Text))
            return null;

        if (address.Model is { Kind: AddressKind.GitHubLatest, IsArtefact: true } latest)
            return new AddressFault(latest.Start, latest.Length, ["releases/latest", $"the newest release of {HubRepo.Show(latest.Repo)}, whatever that is", Next], null, 0, 0);

        var isRedirector = KnownHosts.IsRedirector(address.Host) || use.Options.Matches(Rule.Id, "redirector_hosts", address.Host);
        return isRedirector && (use.FetchesModels || address.IsModel || Array.Exists(Words, word => address.Path.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            ? new AddressFault(address.HostStart, address.Host.Length, [Printable.Of(address.Host + address.Path), "what the owner of the short link wants, at any time", Next], null, 0, 0)
            : null;
    }
}
