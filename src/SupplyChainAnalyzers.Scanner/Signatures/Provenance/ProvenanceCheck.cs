using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Signatures.Provenance;

/// <summary>Whether a model was built as it is demanded. What is not among the accepted is not accepted: a verifier must not overlook a parameter (SLSA 1.0).</summary>
internal static class ProvenanceCheck
{
    private const int Shown = 5;

    /// <exception cref="SignatureException">It was not; says what differs.</exception>
    public static void Require(SlsaProvenance provenance, AttestationDemand demand)
    {
        All("was built by", [provenance.Builder], demand.Builders, "provenance.builders");
        if (demand.Sources is not null && provenance.Sources.Count == 0)
            throw Refused("does not say from which source the model was built, and provenance.sources demands one");

        All("was built from", provenance.Sources, demand.Sources, "provenance.sources");
        All("was built with the parameter", provenance.Parameters, demand.Parameters, "provenance.parameters");
        All("was built with", provenance.Dependencies, demand.Dependencies, "provenance.dependencies");
    }

    private static void All(string what, IReadOnlyList<string> found, IReadOnlyList<string>? accepted, string member)
    {
        if (accepted is null)
            return;

        var globs = accepted.Select(static pattern => new Glob(pattern)).ToArray();
        var others = found.Where(text => !globs.Any(glob => glob.IsMatch(text))).ToArray();
        if (others.Length > 0)
            throw Refused($"says that the model {what} {string.Join(", ", others.Take(Shown).Select(static text => text.Length == 0 ? "something without an address" : $"'{Printable.Of(text)}'"))}{(others.Length > Shown ? " …" : "")}, which {member} does not name");
    }

    private static SignatureException Refused(string message) => new(SignatureFault.Provenance, message);
}
