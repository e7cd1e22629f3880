using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>
/// R's serialization (R Internals 1.8): <c>.rds</c> holds one value, a saved workspace (<c>.RData</c>) begins with
/// <c>RDX3</c> and holds a list of variables. Compressed files come here unpacked.
/// </summary>
internal sealed class RdsScanner : IFormatScanner
{
    private const int MarkLength = 5;
    private const int MaxEncoding = 64;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Rds];

    public void Scan(ByteSource source, ScanContext context)
    {
        var isWorkspace = source.ReadByte(0, "its header") == 'R';
        var input = RdsInput.Open(source, isWorkspace ? MarkLength : 0);
        var version = input.Int();
        if (version is not (2 or 3))
            throw new DamagedFileException($"version {version} of the serialization is unknown", 2);

        input.Int(); // R that wrote it
        input.Int(); // oldest R that reads it
        if (version == 3)
        {
            var length = input.Int();
            if (length is < 0 or > MaxEncoding)
                throw new DamagedFileException("the encoding's name is too long", input.Position);

            input.Text(length);
        }

        new RdsReader(input, new RdsNames(context), isWorkspace).Item(RdsPlace.Data);
        if (source.Length - input.Position > 1) // text ends with a line
            context.Report(Rules.TrailingData, $"has {source.Length - input.Position} bytes behind its value; get the model from its publisher", input.Position);
    }
}
