namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Skipped, and shown as skipped, without the published test suites.</summary>
internal sealed class SharedVectorsFactAttribute : FactAttribute
{
    public SharedVectorsFactAttribute() => Skip = SharedVectors.Root is null ? "no ../shared/conformance/signing beside the repository" : null;
}
