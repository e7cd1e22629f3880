using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Ggml;

/// <summary>Walks a GGML file by one layout: parameters, vocabulary, then tensors as dimensions, name length, type, sizes, name, data.</summary>
internal sealed class GgmlReader(ByteSource file, GgmlLayout layout, long start)
{
    private const int MaxVocabulary = 2_000_000;
    private const int MaxToken = 1 << 16;
    private const int MaxName = 256;
    private const int MaxTensors = 100_000;
    private const long LargestTensor = 1L << 42;

    private readonly GgufCursor _cursor = new(file, bigEndian: false, narrow: true) { Position = start };
    private readonly List<(string Name, long At, long Length)> _tensors = [];

    /// <summary>Whether the layout accounts for every byte.</summary>
    public bool Fits()
    {
        try
        {
            var vocabulary = _cursor.U32("its parameters");
            _cursor.Skip((layout.Parameters - 1) * 4L, "its parameters");
            return (!layout.HasFilters || SkipFilters()) && (!layout.HasVocabulary || SkipVocabulary(vocabulary)) && SkipTensors();
        }
        catch (DamagedFileException)
        {
            return false;
        }
    }

    /// <summary>Looks into the tensors.</summary>
    public void Check(ScanContext context)
    {
        foreach (var (name, at, length) in _tensors)
            TensorContent.Check(new SliceSource(file, at, length, "a tensor"), name, context, at);
    }

    private bool SkipFilters()
    {
        var (bands, bins) = (_cursor.U32("its filters"), _cursor.U32("its filters"));
        if (bands > 4096 || bins > 65536)
            return false;

        _cursor.Skip((long)bands * bins * 4, "its filters");
        return true;
    }

    private bool SkipVocabulary(uint count)
    {
        // whisper.cpp's own size counts tokens that are not in the file.
        var listed = layout.CountsAgain ? _cursor.U32("its vocabulary") : count;
        if (listed > MaxVocabulary)
            return false;

        for (; listed > 0; listed--)
        {
            var length = _cursor.U32("a token");
            if (length > MaxToken)
                return false;

            _cursor.Skip(length + (layout.HasScores ? 4 : 0), "a token");
        }

        return true;
    }

    private bool SkipTensors()
    {
        while (_cursor.Remaining > 0)
        {
            if (_tensors.Count == MaxTensors || !SkipTensor())
                return false;
        }

        return true;
    }

    private bool SkipTensor()
    {
        var (dimensions, nameLength, type) = (_cursor.U32("a tensor"), _cursor.U32("a tensor"), _cursor.U32("a tensor"));
        var block = GgmlBlock.Of(type);
        if (dimensions is 0 or > 4 || nameLength is 0 or > MaxName || block.Elements == 0)
            return false;

        UInt128 elements = 1;
        for (; dimensions > 0; dimensions--)
            elements *= _cursor.U32("a tensor");

        var name = _cursor.Text(Math.Min(nameLength, _cursor.Remaining), MaxName, "a name");
        var size = elements / (uint)block.Elements * (uint)block.Bytes;
        if (elements % (uint)block.Elements != 0 || size > (ulong)LargestTensor || Printable.Of(name) != name)
            return false;

        var padding = (layout.Alignment - (_cursor.Position % layout.Alignment)) % layout.Alignment;
        _cursor.Skip(padding, "padding");
        _tensors.Add((name, _cursor.Position, (long)size));
        _cursor.Skip((long)size, "a tensor");
        return true;
    }
}
