using System.Globalization;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Who signed, when and what, in words for people.</summary>
internal static class SignerFacts
{
    public static IEnumerable<(string Name, string Value)> Of(OmsResult result)
    {
        var signer = result.Signer;
        yield return ("method", signer.Method);
        yield return (signer.Method == "key" ? "key" : "signed by", Printable.Of(signer.Name));
        if (signer.Issuer is { } issuer)
            yield return (signer.Method == "sigstore" ? "vouched for by" : "chains to", Printable.Of(issuer));
        yield return ("time", signer.Time is { } time ? time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) + ", proven" : "not proven; this method has none");
        if (signer.Log is { } log)
            yield return ("log entry", $"{signer.LogIndex?.ToString(CultureInfo.InvariantCulture)} of {Printable.Of(log)}");
        yield return ("covers", $"{result.Manifest.Resources.Select(static resource => resource.Path).Distinct().Count()} file(s) by {result.Manifest.Hash.ToString().ToLowerInvariant()}{(result.Manifest.ShardSize is { } size ? $", in parts of {size} bytes" : "")}");
        if (result.Manifest.IgnoredPaths.Count > 0)
            yield return ("leaves out", string.Join(", ", result.Manifest.IgnoredPaths.Take(20).Select(static path => Printable.Path(path))));
    }
}
