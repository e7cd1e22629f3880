using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Plain;

/// <summary>The note that Git LFS leaves: harmless itself, but what was asked for is not here.</summary>
internal sealed class LfsPointerScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.GitLfsPointer];

    public void Scan(ByteSource source, ScanContext context) =>
        context.Unscannable("is a Git LFS pointer, not the file itself, so that nothing is known of its content; run: git lfs pull");
}
