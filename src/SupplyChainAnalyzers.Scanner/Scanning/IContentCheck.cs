using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>Looks at any file or member, whatever its format, after the scanner of its format.</summary>
internal interface IContentCheck
{
    void Check(ByteSource source, ModelFormat format, ScanContext context);
}
