namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// An object header (IV.A.1): the messages that make up a group, a dataset or a named type.
/// </summary>
/// <remarks>
/// Version 1: version, reserved, number of messages 2, references 4, size 4, padding 4; a message is type 2, size 2, flags 1,
/// reserved 3. Version 2: <c>OHDR</c>, version, flags, times 16 (flag 5), attribute limits 4 (flag 4), size 1 to 8 (flags 0–1); a
/// message is type 1, size 2, flags 1, order 2 (flag 2); a checksum ends each block. Continuation blocks hold more of the same.
/// </remarks>
internal sealed class Hdf5Header
{
    private const int MaxBlocks = 4096; // each attribute added later can open one
    private const byte SharedFlag = 2;

    private readonly Hdf5Volume _volume;
    private readonly List<Hdf5Message> _messages = [];
    private readonly Queue<(long Place, long Size)> _blocks = [];

    private Hdf5Header(Hdf5Volume volume) => _volume = volume;

    public IReadOnlyList<Hdf5Message> Messages => _messages;

    /// <summary>The first message of a type, if there is one.</summary>
    public Hdf5Message? Find(Hdf5MessageType type)
    {
        foreach (var message in _messages)
        {
            if (message.Type == type)
                return message.Resolve();
        }

        return null;
    }

    /// <exception cref="DamagedFileException">It is no object header, or runs over its end.</exception>
    public static Hdf5Header Read(Hdf5Volume volume, long place)
    {
        var header = new Hdf5Header(volume);
        var isNew = volume.Source.ReadByte(place, What) == 'O';
        if (isNew)
            header.ReadNew(place);
        else
            header.ReadOld(place);

        return header;
    }

    private const string What = "an object header";

    private void ReadOld(long place)
    {
        var cursor = _volume.At(place, What);
        if (cursor.U8() != 1)
            throw cursor.Damaged("has an unknown version");

        cursor.Skip(7);
        var size = cursor.U32();
        cursor.Skip(4);
        _blocks.Enqueue((cursor.Position, size));
        for (var count = 0; _blocks.TryDequeue(out var block); count++)
        {
            Limit(count, cursor);
            ReadMessages(_volume.At(block.Place, block.Size, What), isNew: false, hasOrder: false);
        }
    }

    private void ReadNew(long place)
    {
        var cursor = _volume.At(place, What);
        cursor.Signature("OHDR"u8);
        if (cursor.U8() != 2)
            throw cursor.Damaged("has an unknown version");

        var flags = cursor.U8();
        cursor.Skip(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0));
        var size = cursor.UInt(1 << (flags & 3));
        if (size > (ulong)cursor.Left)
            throw cursor.Damaged("is longer than the file");

        var hasOrder = (flags & 4) != 0;
        ReadMessages(_volume.At(cursor.Position, (long)size, What), isNew: true, hasOrder);
        for (var count = 0; _blocks.TryDequeue(out var block); count++)
        {
            Limit(count, cursor);
            var more = _volume.At(block.Place, block.Size, What);
            more.Signature("OCHK"u8);
            ReadMessages(_volume.At(more.Position, more.Left - 4, What), isNew: true, hasOrder);
        }
    }

    private void ReadMessages(Hdf5Cursor cursor, bool isNew, bool hasOrder)
    {
        var prefix = isNew ? (hasOrder ? 6 : 4) : 8;
        while (cursor.Left >= prefix)
        {
            _volume.Step();
            var type = (Hdf5MessageType)(isNew ? cursor.U8() : cursor.U16());
            var size = cursor.U16();
            var flags = cursor.U8();
            cursor.Skip(isNew ? (hasOrder ? 2 : 0) : 3);
            var message = new Hdf5Message(_volume, type, (flags & SharedFlag) != 0, cursor.Position, size);
            cursor.Skip(size);
            if (type == Hdf5MessageType.Continuation)
                Continue(message.Open());
            else if (Enum.IsDefined(type))
                _messages.Add(message);
        }
    }

    private void Continue(Hdf5Cursor cursor)
    {
        if (cursor.Place() is { } place)
            _blocks.Enqueue((place, (long)Math.Min(cursor.Length(), long.MaxValue)));
    }

    private static void Limit(int count, Hdf5Cursor cursor)
    {
        if (count > MaxBlocks)
            throw cursor.Damaged("goes on for ever");
    }
}
