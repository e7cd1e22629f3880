using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>
/// Walks the metadata: key (length, bytes), type u32, value. Every length is held against what is left of the file before it
/// is believed; llama.cpp did not always (CVE-2024-21825, CVE-2024-23496, CVE-2024-23605, CVE-2025-49847).
/// </summary>
internal sealed class GgufMetadata(GgufHeader header, ScanContext context)
{
    private const int MaxEntries = 200_000; // llama.cpp's own models have fewer than 100
    private const int MaxItems = 20_000_000; // texts and nested lists; the largest vocabularies have a quarter million
    private const int MaxNesting = 4;
    private const int MaxKey = 65535; // docs/gguf.md
    private const int MaxText = 1 << 20;
    private const long LongestCut = 16L << 20; // what a cut-off download can lack within one value
    private const int ShortestItem = 4; // length of a text in version 1

    private readonly GgufCursor _cursor = header.Cursor;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _items;

    /// <summary>What loaders compute with.</summary>
    public GgufFacts Facts { get; } = new();

    /// <summary>Told each list: its key, the type of its items, how many, and where the first stands. Null for nobody.</summary>
    public Action<string, uint, long, long>? Lists { get; init; }

    /// <summary>Told each whole number of 16 or 32 bits by its key. Null for nobody.</summary>
    public Action<string, long>? Numbers { get; init; }

    public void Read(Action<string, string, long> text)
    {
        if (header.Entries > MaxEntries)
            Lie($"claims {header.Entries} metadata entries", 16);

        for (var left = header.Entries; left > 0; left--)
            ReadEntry(text);
    }

    private void ReadEntry(Action<string, string, long> text)
    {
        var at = _cursor.Position;
        var length = Length("a key", 1);
        if (length is 0 or > MaxKey)
            Lie($"has a metadata key of {length} bytes", at);

        var key = _cursor.Text(length, MaxKey, "a key");
        if (!_keys.Add(key))
            context.Report(Rules.GgufLie, $"has the metadata '{Printable.Of(key, 80)}' twice, so that programs disagree about it; do not use it", at, symbol: key);
        if (key.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
            context.Report(Rules.GgufRefused, $"has a metadata key '{Printable.Of(key, 80)}' that is no printable ASCII; get the model from its publisher", at, symbol: key);

        var type = _cursor.U32("a type");
        at = _cursor.Position;
        var value = Value(key, type, 0, text);
        Facts.Take(key, type, value, at);
        if (GgufType.Size(type) is 2 or 4 && type != GgufType.Float32)
            Numbers?.Invoke(key, (long)value);
    }

    // Number of a scalar, count of a list, 0 otherwise.
    private ulong Value(string key, uint type, int nesting, Action<string, string, long> text)
    {
        switch (GgufType.Size(type))
        {
            case < 0:
                return Lie($"gives its metadata '{Printable.Of(key, 80)}' the type {type}, which does not exist", _cursor.Position);
            case 0 when type == GgufType.Text:
                ReadText(key, text);
                return 0;
            case 0:
                return List(key, nesting, text);
            case 2:
                return _cursor.U16("a value");
            case 4:
                return _cursor.U32("a value");
            case 1 when type == GgufType.Bool:
                Bool(key);
                return 0;
            case var size:
                _cursor.Skip(size, "a value");
                return 0;
        }
    }

    private void Bool(string key)
    {
        var at = _cursor.Position;
        if (_cursor.U8("a value") > 1)
            context.Report(Rules.GgufRefused, $"gives its metadata '{Printable.Of(key, 80)}' a truth value that is neither true nor false; get the model from its publisher", at, symbol: key);
    }

    private ulong List(string key, int nesting, Action<string, string, long> text)
    {
        var at = _cursor.Position;
        if (nesting == MaxNesting)
            throw new LimitExceededException($"it nests lists more than {MaxNesting} deep", at);
        if (nesting == 1)
            context.Report(Rules.GgufRefused, $"has lists of lists in its metadata '{Printable.Of(key, 80)}', which llama.cpp refuses; get the model from its publisher", at, symbol: key);

        var type = _cursor.U32("a type");
        var size = GgufType.Size(type);
        if (size < 0)
            Lie($"gives the list '{Printable.Of(key, 80)}' the type {type}, which does not exist", at);

        var count = Length("a list", Math.Max(size, size == 0 ? ShortestItem : 1));
        if (nesting == 0)
            Lists?.Invoke(key, type, count, _cursor.Position);
        if (type == GgufType.Text || type == GgufType.Array)
            ReadItems(key, type, count, nesting, text);
        else
            _cursor.Skip(count * size, "a list");

        Facts.TakeItems(key, type);
        return (ulong)count;
    }

    private void ReadItems(string key, uint type, long count, int nesting, Action<string, string, long> text)
    {
        var isVocabulary = key.StartsWith("tokenizer.ggml.", StringComparison.Ordinal);
        for (; count > 0; count--)
        {
            if (++_items > MaxItems)
                throw new LimitExceededException($"its metadata lists more than {MaxItems} values", _cursor.Position);

            if (type == GgufType.Array)
                List(key, nesting + 1, text);
            else if (isVocabulary)
                _cursor.Skip(Length("a token", 1), "a token");
            else
                ReadText(key, text);
        }
    }

    private void ReadText(string key, Action<string, string, long> text)
    {
        var length = Length("a text", 1);
        var at = _cursor.Position;
        text(key, _cursor.Text(length, MaxText, "a text"), at);
    }

    /// <summary>A count of items of so many bytes each, at least.</summary>
    private long Length(string what, int size)
    {
        var at = _cursor.Position;
        var count = _cursor.Count(what);
        if (count <= (ulong)(_cursor.Remaining / size))
            return (long)count;
        if (count <= (ulong)(LongestCut / size))
            throw new DamagedFileException($"the file ends within {what}", at);

        return (long)Lie($"gives {what} {count} bytes or items, more than the file has", at);
    }

    private ulong Lie(string message, long at)
    {
        context.Report(Rules.GgufLie, $"{message}: loaders that believe it read or write foreign memory; do not use it", at);
        throw new DamagedFileException("its metadata is false", at);
    }
}
