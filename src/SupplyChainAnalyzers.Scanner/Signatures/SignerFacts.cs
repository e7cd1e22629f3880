using System.Globalization;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Provenance;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Who signed, when and what, in words for people.</summary>
internal static class SignerFacts
{
    private const int Shown = 20;

    public static (string Name, string Value) OneFile => ("covers", "1 file by sha256");

    public static IEnumerable<(string Name, string Value)> Of(VerifiedSigner signer)
    {
        yield return ("method", signer.Method);
        yield return (signer.Method == "key" ? "key" : "signed by", Printable.Of(signer.Name));
        if (signer.Issuer is { } issuer)
            yield return (signer.Method == "sigstore" ? "vouched for by" : "chains to", Printable.Of(issuer));
        foreach (var fact in signer.Details)
            yield return fact;
        yield return ("time", signer.Time is { } time ? time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) + ", proven" : "not proven; this method has none");
        if (signer.Log is { } log)
            yield return ("log entry", $"{signer.LogIndex?.ToString(CultureInfo.InvariantCulture)} of {Printable.Of(log)}");
    }

    public static IEnumerable<(string Name, string Value)> Of(OmsManifest manifest)
    {
        yield return ("covers", $"{manifest.Resources.Select(static resource => resource.Path).Distinct().Count()} file(s) by {manifest.Hash.ToString().ToLowerInvariant()}{(manifest.ShardSize is { } size ? $", in parts of {size} bytes" : "")}");
        if (manifest.IgnoredPaths.Count > 0)
            yield return ("leaves out", string.Join(", ", manifest.IgnoredPaths.Take(Shown).Select(static path => Printable.Path(path))));
    }

    public static IEnumerable<(string Name, string Value)> Of(AttestationResult attestation)
    {
        yield return ("statement", Printable.Of(attestation.PredicateType));
        yield return ("covers", $"{attestation.Files - attestation.Uncovered.Count} of {attestation.Files} file(s) by sha256");
        if (attestation.Provenance is not { } provenance)
            yield break;

        yield return ("built by", Printable.Of(provenance.Builder));
        yield return ("build type", Printable.Of(provenance.BuildType));
        if (provenance.Invocation is { } invocation)
            yield return ("run", Printable.Of(invocation));
        foreach (var (name, values) in new[] { ("source", provenance.Sources), ("parameters", provenance.Parameters), ("dependencies", provenance.Dependencies) })
        {
            if (values.Count > 0)
                yield return (name, string.Join(", ", values.Take(Shown).Select(static value => Printable.Of(value))) + (values.Count > Shown ? " …" : ""));
        }
    }
}
