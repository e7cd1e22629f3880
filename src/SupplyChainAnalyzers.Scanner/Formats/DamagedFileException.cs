namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>A file is not what its first bytes promise. Thrown by parsers, caught by <see cref="FormatIdentifier"/> and <see cref="Scanning.ContentScanner"/>.</summary>
internal sealed class DamagedFileException(string reason, long offset) : Exception(reason)
{
    /// <summary>Byte offset of the fault.</summary>
    public long Offset { get; } = offset;
}
