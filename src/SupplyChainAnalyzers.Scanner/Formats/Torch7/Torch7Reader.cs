using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Torch7;

/// <summary>Walks Torch7 values: type (4, little-endian), then by type; tables, objects and functions have an index and come once.</summary>
internal sealed class Torch7Reader(ByteSource file, ScanContext context)
{
    private const int MaxDepth = 400;
    private const int MaxValues = 10_000_000;
    private const int MaxText = 1 << 16;
    private const int MaxCode = 1 << 20;

    private static readonly string[] Harmful = ["execute", "popen", "loadstring", "loadfile", "dofile", "loadlib", "ffi", "tmpname", "remove", "rename", "setfenv", "getfenv", "debug"];

    private readonly HashSet<int> _known = [];
    private int _depth;
    private int _values;

    public long Position { get; private set; }

    public void Value()
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it nests values more than {MaxDepth} deep", Position);
        if (++_values > MaxValues)
            throw new LimitExceededException($"it holds more than {MaxValues} values", Position);

        var type = Int();
        switch (type)
        {
            case 0: // nil
                break;
            case 1: // number
                Skip(8, 1);
                break;
            case 2:
                MetadataText.Judge("text", Text(), context, Position);
                break;
            case 3 when IsNew():
                Table();
                break;
            case 4 when IsNew():
                Object();
                break;
            case 5: // truth value
                Skip(4, 1);
                break;
            case 6:
                Function();
                break;
            case 7 or 8 when IsNew():
                Function();
                break;
            case 3 or 4 or 7 or 8:
                break;
            default:
                throw new DamagedFileException($"a value has the unknown type {type}", Position);
        }

        _depth--;
    }

    private void Table()
    {
        var count = Int();
        if (count < 0 || count > (file.Length - Position) / 8)
            throw new DamagedFileException($"{count} values do not fit into the file", Position);

        for (; count > 0; count--)
        {
            Value();
            Value();
        }
    }

    private void Object()
    {
        var at = Position;
        var name = Text();
        if (name.StartsWith("V ", StringComparison.Ordinal)) // older files have no version
            name = Text();

        if (name.EndsWith("Storage", StringComparison.Ordinal) && Torch7Storage.Size(name) is > 0 and var size)
            Storage(name, size);
        else if (name.EndsWith("Tensor", StringComparison.Ordinal) && name.StartsWith("torch.", StringComparison.Ordinal))
            Tensor();
        else if (name.StartsWith("nn", StringComparison.Ordinal) || name.StartsWith("cudnn.", StringComparison.Ordinal) || name.StartsWith("graph.", StringComparison.Ordinal))
            Value(); // their fields as a table
        else
            throw new DamagedFileException($"the class '{Printable.Of(name, 60)}' writes its objects in a way that is unknown here", at);
    }

    private void Tensor()
    {
        var dimensions = Int();
        if (dimensions is < 0 or > 64)
            throw new DamagedFileException($"a tensor has {dimensions} dimensions", Position);

        Skip(dimensions * 2L, 8); // sizes and strides
        Skip(1, 8); // where it begins in its storage
        Value();
    }

    private void Storage(string name, int size)
    {
        var count = (long)file.ReadUInt64(Position, "a storage");
        Position += 8;
        var at = Position;
        Skip(count, size);
        TensorContent.Check(new SliceSource(file, at, count * size, "a storage"), name, context, at);
    }

    // Byte code of unknown origin can do what it likes; what it names tells more.
    private void Function()
    {
        var at = Position;
        var length = Int();
        var start = Position;
        Skip(length, 1);
        var code = Encoding.Latin1.GetString(file.ReadBytes(start, Math.Min(length, MaxCode), "a function"));
        var names = Harmful.Where(name => code.Contains(name, StringComparison.Ordinal)).ToArray();
        if (names.Length > 0 || TextJudge.Find(code) is { IsSure: true })
            context.Report(Rules.EvaluatedValue, $"holds a Lua function as byte code that names {(names.Length > 0 ? "'" + string.Join("', '", names) + "'" : "a command")}: it runs when the model is used; do not load it", at, symbol: "function");
        else
            context.Report(Rules.EvaluatedValue, "holds a Lua function as byte code, which runs unchecked when the model is used; get the weights without code", at, Severity.Medium, "function");
        Value(); // what it closes over
    }

    private bool IsNew() => _known.Add(Int());

    private string Text()
    {
        var length = Int();
        var at = Position;
        Skip(length, 1);
        return Encoding.UTF8.GetString(file.ReadBytes(at, Math.Min(length, MaxText), "a text"));
    }

    private int Int()
    {
        var value = (int)file.ReadUInt32(Position, "a number");
        Position += 4;
        return value;
    }

    private void Skip(long count, int size)
    {
        if (count < 0 || count > (file.Length - Position) / size)
            throw new DamagedFileException($"{count} values of {size} bytes do not fit into the file", Position);

        Position += count * size;
    }
}
