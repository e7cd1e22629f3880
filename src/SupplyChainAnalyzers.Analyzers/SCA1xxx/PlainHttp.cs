using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1005: a model over http, which everybody on the way can replace.</summary>
internal sealed class PlainHttp() : AddressRule(Rules.PlainHttp, "A model is fetched from '{0}' over http, and everybody on the way can replace it; {1}")
{
    private const string Scheme = "https";

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (address.IsHttps || !(address.IsModel || use.FetchesModels) || Loopback.IsAddress("http://" + address.Host) || use.Options.Matches(Rule.Id, "allow_http_hosts", address.Host))
            return null;

        // A port is one of http's.
        var isKnown = KnownHosts.ServesHttps(address.Host) && !address.HasPort;
        return new AddressFault(
            0,
            address.SchemeLength,
            [Printable.Of(address.Host), isKnown ? "write https" : "write https if the host serves it, or move the model to one that does"],
            isKnown ? PinProperties.Replace(Scheme) : null,
            0,
            address.HostStart + address.Host.Length);
    }
}
