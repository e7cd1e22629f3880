using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Flax;

/// <summary>Walks msgpack values (spec.md, "Formats") and judges texts, bytes and extensions on the way.</summary>
internal sealed class MessagePackReader(ByteSource file, ScanContext context)
{
    private const int MaxDepth = 128;
    private const int MaxValues = 20_000_000;
    private const int MaxText = 1 << 20;

    private int _depth;
    private int _values;

    public long Position { get; private set; }

    /// <summary>Reads one value; <paramref name="name"/> is the key it stands under. Gives a text, or null.</summary>
    public string? Value(string name)
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it nests values more than {MaxDepth} deep", Position);
        if (++_values > MaxValues)
            throw new LimitExceededException($"it holds more than {MaxValues} values", Position);

        var text = Read(name);
        _depth--;
        return text;
    }

    private string? Read(string name)
    {
        var mark = file.ReadByte(Position++, "a value");
        switch (mark)
        {
            case <= 0x7F or >= 0xE0 or 0xC0 or 0xC2 or 0xC3:
                return null;
            case >= 0x80 and <= 0x8F:
                Map(mark & 0x0F);
                return null;
            case >= 0x90 and <= 0x9F:
                List(name, mark & 0x0F);
                return null;
            case >= 0xA0 and <= 0xBF:
                return Text(name, mark & 0x1F);
            case 0xC4 or 0xC5 or 0xC6:
                Bytes(name, Number(1 << (mark - 0xC4)));
                return null;
            case 0xC7 or 0xC8 or 0xC9:
                Extension(name, Number(1 << (mark - 0xC7)));
                return null;
            case 0xCA:
                Skip(4);
                return null;
            case 0xCB:
                Skip(8);
                return null;
            case >= 0xCC and <= 0xD3:
                Skip(1 << ((mark - 0xCC) & 3));
                return null;
            case >= 0xD4 and <= 0xD8:
                Extension(name, 1 << (mark - 0xD4));
                return null;
            case 0xD9 or 0xDA or 0xDB:
                return Text(name, Number(1 << (mark - 0xD9)));
            case 0xDC or 0xDD:
                List(name, Number(2 << (mark - 0xDC)));
                return null;
            case 0xDE or 0xDF:
                Map(Number(2 << (mark - 0xDE)));
                return null;
            default:
                throw new DamagedFileException("a value has a mark that msgpack never uses", Position - 1);
        }
    }

    private void Map(long count)
    {
        for (Fits(count, 2); count > 0; count--)
            Value(Value("") ?? "");
    }

    private void List(string name, long count)
    {
        for (Fits(count, 1); count > 0; count--)
            Value(name);
    }

    private string Text(string name, long length)
    {
        var at = Position;
        Skip(length);
        var text = Encoding.UTF8.GetString(file.ReadBytes(at, (int)Math.Min(length, MaxText), "a text"));
        MetadataText.Judge(name, text, context, at);
        return text;
    }

    private void Bytes(string name, long length)
    {
        var at = Position;
        Skip(length);
        TensorContent.Check(new SliceSource(file, at, length, "bytes"), name, context, at);
    }

    private void Extension(string name, long length)
    {
        var type = (sbyte)file.ReadByte(Position++, "an extension");
        var at = Position;
        Skip(length);
        if (type is 1 or 3)
            FlaxArray.Check(new SliceSource(file, at, length, "an array"), name, context, at);
        else if (type != 2 || length > 64) // a complex number
            context.Report(Rules.EvaluatedValue, $"holds an extension of type {type} ('{Printable.Of(name, 80)}'), which Flax does not write and other programs hand to code of their own; get the model from its publisher", at, Severity.Medium, name);
    }

    private long Number(int size)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes.Clear();
        file.ReadExactly(Position, bytes[(4 - size)..], "a length");
        Position += size;
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private void Fits(long count, int size)
    {
        if (count > (file.Length - Position) / size)
            throw new DamagedFileException($"{count} values do not fit into the file", Position);
    }

    private void Skip(long count)
    {
        Fits(count, 1);
        Position += count;
    }
}
