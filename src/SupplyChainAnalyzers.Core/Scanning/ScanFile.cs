using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>One file to scan.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">
/// The digest its bytes must have (64 lower-case hex digits); null for a file that nothing declares. The scanner is
/// not told: it cannot repeat what it does not know.
/// </param>
/// <param name="Name">What messages call it, such as its path in the lock; null takes the path.</param>
public sealed record ScanFile(string Path, string? Sha256 = null, string? Name = null)
{
    internal string Shown => Printable.Path(Name ?? Path);
}
