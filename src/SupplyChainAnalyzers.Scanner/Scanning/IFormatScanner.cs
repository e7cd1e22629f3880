using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// Inspects everything in files of some formats that a loader could act on. Returning without a report says: clean.
/// Whatever it could not look at it reports as <see cref="ScanContext.Unscannable"/>, or throws.
/// </summary>
internal interface IFormatScanner
{
    /// <summary>What it inspects.</summary>
    IReadOnlyList<ModelFormat> Formats { get; }

    /// <summary>Reports to <paramref name="context"/>. Nothing named in the file is resolved, imported, opened or run.</summary>
    /// <exception cref="Formats.DamagedFileException">The rest cannot be read; what was reported before stays.</exception>
    /// <exception cref="LimitExceededException">It would cost more than a model may.</exception>
    void Scan(ByteSource source, ScanContext context);
}
