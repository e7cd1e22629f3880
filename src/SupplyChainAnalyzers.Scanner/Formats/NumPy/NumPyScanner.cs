using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.NumPy;

/// <summary>
/// NumPy arrays, one behind the other as repeated <c>numpy.save</c> writes them. Numbers are not looked at but for what they
/// begin with; behind the header of an array of objects stands a pickle, which <c>allow_pickle=True</c> runs (CVE-2019-6446).
/// </summary>
internal sealed class NumPyScanner : IFormatScanner
{
    private const long MaxClaim = 1L << 40; // bytes; no array that is not there needs more

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.NumPy, ModelFormats.NumPyObjects];

    public void Scan(ByteSource source, ScanContext context)
    {
        long offset = 0;
        for (var number = 0; offset < source.Length && ArrayHeader.IsAt(source, offset); number++)
        {
            context.Budget.TakeMember();
            offset = Array(source, offset, number, context);
        }

        if (offset < source.Length)
        {
            context.Report(Rules.TrailingData, $"holds {source.Length - offset} bytes behind its array that no loader reads; get the file from its author", offset);
            EmbeddedFile.Scan(new SliceSource(source, offset, source.Length - offset, "what follows"), "what follows", context);
        }
    }

    private static long Array(ByteSource source, long offset, int number, ScanContext context)
    {
        if (ArrayHeader.IsCode(source, offset))
            context.Report(Rules.ArrayHeader, "has a header with Python code where a description belongs, which old loaders evaluate; do not open it", offset, Severity.High);

        var header = ArrayHeader.Read(source, offset);
        var left = source.Length - header.DataOffset;
        if (header.Type.Size is null)
            context.Report(Rules.ArrayHeader, "has an element type that NumPy does not write; get the file from its author", offset);
        if (header.Size is null or < 0 or > MaxClaim)
            context.Report(Rules.ResourceExhaustion, "claims an array larger than any memory; do not open it", offset);

        if (header.Type.HasObjects)
            return Objects(source, header, number, context);

        if (header.Size is not { } size || size > left)
        {
            context.Report(Rules.ArrayHeader, $"claims {(header.Size is { } claimed ? claimed : "more")} bytes of elements and has {left}: it was cut, or its header lies; get the file anew", offset);
            size = left;
        }

        EmbeddedFile.Scan(new SliceSource(source, header.DataOffset, size, "an array"), $"array {number}", context);
        return header.DataOffset + size;
    }

    private static long Objects(ByteSource source, ArrayHeader header, int number, ScanContext context)
    {
        var end = PickleProbe.FindEnd(source, header.DataOffset) ?? source.Length; // the pickle scanner says what is wrong

        context.Report(Rules.ObjectArray, "is an array of Python objects, a pickle behind a header; load it with allow_pickle=False, or save numbers only", header.DataOffset);
        var slice = new SliceSource(source, header.DataOffset, end - header.DataOffset, "its objects");
        if (FormatScanners.Find(ModelFormats.Pickle) is { } pickles)
            pickles.Scan(slice, context.Within($"objects {number}"));
        else
            context.Unscannable("is an array of Python objects, which are not inspected; save numbers only", header.DataOffset);

        return end;
    }
}
