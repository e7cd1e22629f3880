namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>An entry of a transparency log, as Rekor writes it.</summary>
/// <param name="LogIndex">Index over all shards of the log.</param>
/// <param name="LogId">Key id of the log.</param>
/// <param name="Kind">hashedrekord, dsse, intoto.</param>
/// <param name="Version">Version of the kind; Rekor v2 writes hashedrekord 0.0.2.</param>
/// <param name="IntegratedTime">Seconds since 1970; null or zero in Rekor v2.</param>
/// <param name="InclusionPromise">The signed entry timestamp; null when there is none.</param>
/// <param name="Proof">Where the entry stands in the log's tree; null when that is not told.</param>
/// <param name="Body">The entry itself, canonical JSON.</param>
internal sealed record LogEntry(
    long LogIndex, byte[] LogId, string Kind, string Version, long? IntegratedTime, byte[]? InclusionPromise, InclusionProof? Proof, byte[] Body);
