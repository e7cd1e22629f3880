using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>Bytes where they lie.</summary>
internal sealed class PyBytes(ByteSource source) : PyValue
{
    public ByteSource Source { get; } = source;
}
