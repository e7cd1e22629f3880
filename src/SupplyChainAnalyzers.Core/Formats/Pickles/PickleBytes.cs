namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>The arguments of a pickle's opcodes, read within the head.</summary>
internal struct PickleBytes(Head head)
{
    /// <summary>Next byte to read; may lie past the head, after a long argument.</summary>
    public long Position { get; private set; }

    /// <summary>An argument goes on past the head while the file does, too.</summary>
    public bool CutOff { get; private set; }

    /// <summary>The next byte, or -1.</summary>
    public int Byte()
    {
        if (Position >= head.Length)
        {
            CutOff = !head.Whole && Position < head.FileSize;
            return -1;
        }

        return head[(int)Position++];
    }

    /// <summary>A little-endian number of 1, 2, 4 or 8 bytes; -1 when cut off or longer than 63 bits.</summary>
    public long Number(int bytes)
    {
        long value = 0;
        for (var i = 0; i < bytes; i++)
        {
            var next = Byte();
            if (next < 0 || (i == 7 && next > 0x7F))
                return -1;
            value |= (long)next << (8 * i);
        }

        return value;
    }

    /// <summary>Passes over that many bytes; false where the file ends before.</summary>
    public bool Skip(long count)
    {
        if (count < 0 || count > head.FileSize - Position)
            return false;

        Position += count;
        return true;
    }

    /// <summary>A line without its LF; null when the head has no more LF.</summary>
    public string? Line()
    {
        if (Position > head.Length)
            return null;

        var start = (int)Position;
        var end = head.IndexOf("\n", start);
        if (end < 0)
        {
            CutOff = !head.Whole;
            return null;
        }

        Position = end + 1;
        var line = new char[end - start];
        for (var i = 0; i < line.Length; i++)
            line[i] = (char)head[start + i];
        return new string(line);
    }
}
