namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>
/// Walks the fields of one protobuf message as far as the head shows it. Protobuf has no signature: a format is told by
/// which field numbers occur with which wire types. Spec: protobuf.dev, Encoding. A field is a varint tag
/// (number × 8 + wire type), then by wire type: 0 varint · 1 eight bytes · 2 varint length and that many bytes · 5 four bytes;
/// 3 and 4 (groups) occur in no format here.
/// </summary>
internal struct ProtoFields
{
    // 64 bits in groups of seven.
    private const int MaxVarintBytes = 10;

    private readonly Head _head;
    private readonly long _end;
    private long _position;

    private ProtoFields(Head head, long start, long end)
    {
        _head = head;
        _position = start;
        _end = end;
    }

    public int Field { get; private set; }

    public int Wire { get; private set; }

    /// <summary>Of a varint.</summary>
    public long Value { get; private set; }

    /// <summary>Where the content of a length-delimited field begins.</summary>
    public long Start { get; private set; }

    /// <summary>Bytes of it.</summary>
    public long Length { get; private set; }

    /// <summary>The message goes on past the head: what was seen is all there is to go by.</summary>
    public bool CutOff { get; private set; }

    /// <summary>These bytes are no protobuf message.</summary>
    public bool Broken { get; private set; }

    /// <summary>The whole file as a message.</summary>
    public static ProtoFields Of(Head head) => new(head, 0, head.FileSize);

    /// <summary>The content of the current field as a message.</summary>
    public readonly ProtoFields Inner() => new(_head, Start, Start + Length);

    /// <summary>The next field; false at the end, at the head's end (<see cref="CutOff"/>) and on nonsense (<see cref="Broken"/>).</summary>
    public bool Next()
    {
        if (CutOff || Broken || _position >= _end || !Varint(out var tag))
            return false;

        Field = (int)Math.Min(tag >> 3 & 0x1FFFFFFF, int.MaxValue);
        Wire = (int)(tag & 7);
        if (Field == 0 || tag < 0 || tag > uint.MaxValue)
            return Fail();

        switch (Wire)
        {
            case 0:
                if (!Varint(out var value))
                    return false;
                Value = value;
                return true;
            case 1:
                return Skip(8);
            case 5:
                return Skip(4);
            case 2:
                return Varint(out var length) && Skip(length);
            default:
                return Fail();
        }
    }

    private bool Skip(long length)
    {
        if (length < 0 || length > _end - _position)
            return Fail();

        Start = _position;
        Length = length;
        _position += length;
        return true;
    }

    private bool Varint(out long value)
    {
        value = 0;
        for (var i = 0; i < MaxVarintBytes; i++)
        {
            if (_position >= _end)
                return Fail();

            if (_position >= _head.Length)
            {
                CutOff = true;
                return false;
            }

            var next = _head[(int)_position++];
            value |= (long)(next & 0x7F) << (7 * i);
            if (next < 0x80)
                return true;
        }

        return Fail();
    }

    private bool Fail()
    {
        Broken = true;
        return false;
    }
}
