using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Plain;

/// <summary>No byte does no harm.</summary>
internal sealed class EmptyScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Empty];

    public void Scan(ByteSource source, ScanContext context)
    {
        // Nothing to look at is all looked at.
    }
}
