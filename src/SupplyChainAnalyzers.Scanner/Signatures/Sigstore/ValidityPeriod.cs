namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>When a key or authority of a trusted root counts; closed at both ends.</summary>
/// <param name="Start">From then on.</param>
/// <param name="End">Until then; null while it is in use.</param>
internal readonly record struct ValidityPeriod(DateTimeOffset Start, DateTimeOffset? End)
{
    public bool Contains(DateTimeOffset time) => time >= Start && !(time > End);
}
