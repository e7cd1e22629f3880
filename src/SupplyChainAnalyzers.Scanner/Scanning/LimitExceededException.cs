namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>A file costs more than a model may: <see cref="Core.Findings.Rules.ResourceExhaustion"/>.</summary>
internal sealed class LimitExceededException(string reason, long? offset = null) : Exception(reason)
{
    /// <summary>Byte offset of what costs too much.</summary>
    public long? Offset { get; } = offset;
}
