namespace SupplyChainAnalyzers.Scanner.Signatures.Provenance;

/// <summary>How an artifact was built (SLSA provenance 1.0, slsa.dev/spec/v1.0/provenance). All raw.</summary>
/// <param name="Builder">Who built it: <c>runDetails.builder.id</c>.</param>
/// <param name="BuildType">How the parameters are to be read.</param>
/// <param name="Parameters">External parameters, each as <c>path.to.it=value</c>, in the statement's order.</param>
/// <param name="Sources">Where the build was told to take its source from; <c>git+address@ref</c>.</param>
/// <param name="Dependencies">Addresses of what went into it; empty text for one without an address.</param>
/// <param name="Invocation">Which run of the builder; null when it does not say.</param>
internal sealed record SlsaProvenance(
    string Builder, string BuildType, IReadOnlyList<string> Parameters, IReadOnlyList<string> Sources, IReadOnlyList<string> Dependencies, string? Invocation)
{
    public const string PredicateType = "https://slsa.dev/provenance/v1";
}
