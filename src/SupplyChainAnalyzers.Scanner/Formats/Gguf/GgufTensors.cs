using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// Walks the tensor descriptions: name, dimensions u32, their sizes u64, type u32, offset u64. Sizes are multiplied with care,
/// as gguf_init_from_file did not always (CVE-2024-21802, CVE-2024-21836, CVE-2025-53630).
/// </summary>
internal sealed class GgufTensors(ByteSource file, GgufHeader header, long alignment, ScanContext context)
{
    private const int MaxTensors = 500_000;
    private const int MaxName = 63; // GGML_MAX_NAME with its final zero
    private const int MaxDimensions = 4; // GGML_MAX_DIMS
    private const long LargestTensor = 1L << 42; // 4 TiB: no model has such a tensor

    private readonly GgufCursor _cursor = header.Cursor;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, TensorSpan Span)> _tensors = [];
    private bool _usable = true;

    public void Check()
    {
        if (header.Tensors > MaxTensors)
            throw Lie($"claims {header.Tensors} tensors", 8);

        for (var left = header.Tensors; left > 0; left--)
            Describe();

        if (_cursor.Position > long.MaxValue - alignment)
            return;

        // A file without tensors (a vocabulary) may end before the padding does.
        var start = (_cursor.Position + alignment - 1) / alignment * alignment;
        if (_tensors.Count == 0 || start > file.Length)
            start = Math.Min(start, file.Length);

        Contents(start);
        if (!_usable)
            return;

        var layout = new TensorLayout(file, start, alignment, Rules.GgufLie, Rules.GgufRefused);
        foreach (var (_, span) in _tensors)
            layout.Add(span);
        layout.Check(context);
    }

    private void Describe()
    {
        var at = _cursor.Position;
        var name = Name(at);
        var dimensions = _cursor.U32("a tensor");
        if (dimensions > MaxDimensions)
            throw Lie($"has a tensor '{Printable.Of(name, 80)}' of {dimensions} dimensions, where readers have room for {MaxDimensions}", at);

        Span<ulong> sizes = stackalloc ulong[MaxDimensions];
        sizes.Fill(1);
        for (var i = 0; i < (int)dimensions; i++)
            sizes[i] = _cursor.Count("a tensor");

        var type = _cursor.U32("a tensor");
        var offset = _cursor.U64("a tensor");
        if (Size(name, sizes, type, at) is not { } size)
        {
            _usable = false;
            return;
        }

        if (offset > long.MaxValue / 2 || offset % (ulong)alignment != 0)
            throw Lie($"has a tensor '{Printable.Of(name, 80)}' at byte {offset}, which is no multiple of {alignment}", at);

        _tensors.Add((name, new TensorSpan((long)offset, (long)offset + size, at)));
    }

    private string Name(long at)
    {
        var length = _cursor.Count("a name");
        if (length > (ulong)_cursor.Remaining || length > ushort.MaxValue)
            throw Lie($"has a tensor's name of {length} bytes", at);

        var name = _cursor.Text((long)length, ushort.MaxValue, "a name");
        if (length > MaxName)
            context.Report(Rules.GgufRefused, $"has a tensor '{Printable.Of(name, 80)}' with a name longer than the {MaxName} bytes llama.cpp has room for; get the model from its publisher", at);
        if (!_names.Add(name))
            context.Report(Rules.GgufLie, $"describes the tensor '{Printable.Of(name, 80)}' twice, so that programs disagree about it; do not use it", at);

        return name;
    }

    private long? Size(string name, ReadOnlySpan<ulong> sizes, uint type, long at)
    {
        var block = GgmlBlock.Of(type);
        if (block.Elements == 0)
        {
            context.Unscannable($"has a tensor '{Printable.Of(name, 80)}' of type {type}, which is unknown here; use a known quantization", at);
            return null;
        }

        if (sizes[0] % (ulong)block.Elements != 0)
            throw Lie($"has a tensor '{Printable.Of(name, 80)}' whose rows are no whole blocks of its type", at);

        UInt128 size = (UInt128)(sizes[0] / (ulong)block.Elements) * (uint)block.Bytes;
        foreach (var dimension in sizes[1..])
        {
            if (dimension > (ulong)LargestTensor || (size *= dimension) > (ulong)LargestTensor)
                throw Lie($"has a tensor '{Printable.Of(name, 80)}' whose size overflows", at);
        }

        return (long)size;
    }

    private void Contents(long start)
    {
        foreach (var (name, span) in _tensors)
        {
            if (span.Start < file.Length - start)
                TensorContent.Check(new SliceSource(file, start + span.Start, Math.Min(span.End, file.Length - start) - span.Start, "a tensor"), name, context, start + span.Start);
        }
    }

    private DamagedFileException Lie(string message, long at)
    {
        context.Report(Rules.GgufLie, $"{message}: loaders that believe it read or write foreign memory; do not use it", at);
        return new DamagedFileException("its tensors are falsely described", at);
    }
}
