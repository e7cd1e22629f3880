using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats;

/// <summary>Looks deeper than the first bytes: is it really this format, and which of its kinds?</summary>
internal interface IFormatProbe
{
    /// <summary>What the first bytes must have said.</summary>
    IReadOnlyList<ModelFormat> Sniffed { get; }

    /// <summary>The format by structure.</summary>
    /// <exception cref="DamagedFileException">It is not what its first bytes promise.</exception>
    ModelFormat Probe(ByteSource file, ModelFormat sniffed);
}
