using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>
/// A message that can be edited: its fields in the order of the file. What nobody changes is written back as it was read, byte
/// for byte, known or not.
/// </summary>
internal sealed class ProtoMessage
{
    private const int MaxText = 1 << 16;

    // Two names that differ only in what is no UTF-8 must not become one.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ProtoDocument? _document;
    private readonly int _depth;
    private readonly List<ProtoField> _fields = [];
    private bool _isChanged;

    /// <summary>A new message without fields.</summary>
    public ProtoMessage() => _isChanged = true;

    private ProtoMessage(ProtoDocument document, int depth) => (_document, _depth) = (document, depth);

    public IReadOnlyList<ProtoField> Fields => _fields;

    public bool IsChanged => _isChanged || _fields.Exists(static part => part.Message?.IsChanged == true);

    /// <summary>Bytes of all fields.</summary>
    public long Size => _fields.Sum(static part => part.Size);

    /// <exception cref="DamagedFileException">No parser reads this.</exception>
    /// <exception cref="Scanning.LimitExceededException">It has more fields than any network.</exception>
    public static ProtoMessage Parse(byte[] bytes) => Parse(new ProtoDocument(bytes), 0, bytes.Length, 0);

    public byte[] ToBytes()
    {
        var writer = new ProtoWriter(Size);
        Write(writer);
        return writer.Bytes;
    }

    public void Write(ProtoWriter writer) => _fields.ForEach(field => field.Write(writer));

    public IEnumerable<ProtoField> Of(int number, ProtoWire wire) => _fields.Where(field => field.Number == number && field.Wire == wire);

    /// <summary>The last one counts, as for every parser.</summary>
    public long Number(int number, long otherwise = 0) => Of(number, ProtoWire.Varint).LastOrDefault() is { } field ? (long)field.Value : otherwise;

    public string Text(int number) => Of(number, ProtoWire.Counted).LastOrDefault() is { } field ? TextOf(field) : "";

    public List<string> Texts(int number) => [.. Of(number, ProtoWire.Counted).Select(TextOf)];

    public List<ProtoMessage> Messages(int number) => [.. Of(number, ProtoWire.Counted).Select(MessageOf)];

    /// <summary>A message that may stand there once. Parsers merge two; nobody writes two, so nobody has to guess what they mean.</summary>
    /// <exception cref="DamagedFileException">There are two.</exception>
    public ProtoMessage? Single(int number)
    {
        var messages = Messages(number);
        return messages.Count < 2 ? messages.FirstOrDefault() : throw new DamagedFileException($"field {number} stands there twice", 0);
    }

    /// <summary>Numbers of a repeated field, one or packed.</summary>
    public List<long> Numbers(int number)
    {
        var all = new List<long>();
        foreach (var field in _fields.Where(field => field.Number == number))
        {
            if (field.Wire == ProtoWire.Varint)
                all.Add((long)field.Value);
            else if (field.Wire == ProtoWire.Counted)
                ProtoReader.Packed(_document!.Window, field.Start, field.Content.Length, all.Add); // numbers of our own are never packed
        }

        return all;
    }

    /// <summary>Fixed numbers of a repeated field, one or packed, in one run of bytes.</summary>
    public ReadOnlyMemory<byte> Fixed(int number, ProtoWire wire)
    {
        var fields = _fields.FindAll(field => field.Number == number && (field.Wire == wire || field.Wire == ProtoWire.Counted));
        if (fields is [{ Wire: ProtoWire.Counted } packed])
            return packed.Content;

        var size = wire == ProtoWire.Fixed32 ? sizeof(uint) : sizeof(ulong);
        var writer = new ProtoWriter(fields.Sum(field => field.Wire == wire ? size : field.Content.Length));
        foreach (var field in fields)
        {
            if (field.Wire == wire)
                writer.Fixed(field.Value, size);
            else
                writer.Raw(field.Content.Span);
        }

        return writer.Bytes;
    }

    public void Add(int number, long value) => Insert(_fields.Count, new ProtoField { Number = number, Wire = ProtoWire.Varint, Value = (ulong)value });

    public void Add(int number, float value) =>
        Insert(_fields.Count, new ProtoField { Number = number, Wire = ProtoWire.Fixed32, Value = BitConverter.SingleToUInt32Bits(value) });

    public void Add(int number, string text) => Add(number, Strict.GetBytes(text));

    public void Add(int number, ReadOnlyMemory<byte> content) => Insert(_fields.Count, new ProtoField { Number = number, Wire = ProtoWire.Counted, Content = content });

    public void Add(int number, ProtoMessage message) => Insert(_fields.Count, new ProtoField { Number = number, Wire = ProtoWire.Counted, Message = message });

    /// <summary>Replaces a text.</summary>
    public void Set(int number, string text)
    {
        Clear(number);
        Add(number, text);
    }

    /// <summary>Puts <paramref name="message"/> before the one of the same field that has this index among them.</summary>
    public void Insert(int number, int index, ProtoMessage message)
    {
        var next = Of(number, ProtoWire.Counted).ElementAtOrDefault(index);
        Insert(next is null ? _fields.Count : _fields.IndexOf(next), new ProtoField { Number = number, Wire = ProtoWire.Counted, Message = message });
    }

    public void Remove(ProtoMessage message) => Changed(_fields.RemoveAll(field => field.Message == message) > 0);

    public void Clear(int number) => Changed(_fields.RemoveAll(field => field.Number == number) > 0);

    private static ProtoMessage Parse(ProtoDocument document, long start, long length, int depth)
    {
        var message = new ProtoMessage(document, depth);
        var reader = ProtoReader.Of(document.Window, start, length, depth);
        while (reader.Next())
        {
            document.Count(reader.Offset);
            message._fields.Add(new ProtoField
            {
                Number = reader.Field,
                Wire = reader.Wire,
                Value = reader.Value,
                Start = reader.Start,
                Content = document.Bytes.AsMemory((int)reader.Start, (int)reader.Length),
                Record = document.Bytes.AsMemory((int)reader.Offset, (int)(reader.End - reader.Offset)),
            });
        }

        return message;
    }

    private static string TextOf(ProtoField field)
    {
        if (field.Content.Length > MaxText)
            throw new DamagedFileException($"a text has more than {MaxText} bytes", field.Start);

        try
        {
            return Strict.GetString(field.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new DamagedFileException("a text is no UTF-8", field.Start);
        }
    }

    private ProtoMessage MessageOf(ProtoField field) => field.Message ??= _depth + 1 < ProtoReader.MaxDepth
        ? Parse(_document!, field.Start, field.Content.Length, _depth + 1)
        : throw new DamagedFileException($"messages are nested more than {ProtoReader.MaxDepth} deep", field.Start);

    private void Insert(int index, ProtoField field)
    {
        _fields.Insert(index, field);
        _isChanged = true;
    }

    private void Changed(bool isChanged) => _isChanged |= isChanged;
}
