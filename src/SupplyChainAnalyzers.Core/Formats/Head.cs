namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>The first bytes of a file. Reading past them gives -1 or false, never an exception.</summary>
internal readonly struct Head
{
    private readonly byte[] _bytes;

    public Head(byte[] bytes, int length, long fileSize)
    {
        _bytes = bytes;
        Length = Math.Max(0, Math.Min(Math.Min(length, bytes.Length), FormatSniffer.HeadLength));
        FileSize = Math.Max(fileSize, Length);
    }

    public int Length { get; }

    public long FileSize { get; }

    /// <summary>Whether nothing follows.</summary>
    public bool Whole => FileSize == Length;

    public byte[] Bytes => _bytes;

    public int this[int offset] => offset >= 0 && offset < Length ? _bytes[offset] : -1;

    /// <summary>Whether exactly these bytes stand there; a character is a byte (Latin-1).</summary>
    public bool Has(int offset, string bytes)
    {
        if (offset < 0 || offset > Length - bytes.Length)
            return false;

        for (var i = 0; i < bytes.Length; i++)
        {
            if (_bytes[offset + i] != bytes[i])
                return false;
        }

        return true;
    }

    /// <summary>Whether exactly these bytes stand there.</summary>
    public bool Has(int offset, byte[] bytes)
    {
        if (offset < 0 || offset > Length - bytes.Length)
            return false;

        for (var i = 0; i < bytes.Length; i++)
        {
            if (_bytes[offset + i] != bytes[i])
                return false;
        }

        return true;
    }

    /// <summary>First place of the text at or after <paramref name="from"/>, or -1.</summary>
    public int IndexOf(string bytes, int from = 0)
    {
        for (var i = Math.Max(0, from); i <= Length - bytes.Length; i++)
        {
            if (_bytes[i] == bytes[0] && Has(i, bytes))
                return i;
        }

        return -1;
    }

    /// <summary>Little-endian, or -1 when it isn't there.</summary>
    public int U16(int offset) => offset < 0 || offset > Length - 2 ? -1 : _bytes[offset] | (_bytes[offset + 1] << 8);

    /// <summary>Little-endian, or -1 when it isn't there.</summary>
    public long U32(int offset) => offset < 0 || offset > Length - 4 ? -1 : (uint)(U16(offset) | (U16(offset + 2) << 16));

    /// <summary>Little-endian; -1 when it isn't there or exceeds 63 bits, which no length in a file does.</summary>
    public long I64(int offset) => offset < 0 || offset > Length - 8 || _bytes[offset + 7] > 0x7F ? -1 : U32(offset) | (U32(offset + 4) << 32);

    /// <summary>Whether the bytes are non-empty UTF-8-looking text without control characters; false past the head.</summary>
    public bool IsText(long start, long length)
    {
        if (start < 0 || length < 1 || start + length > Length)
            return false;

        for (var i = (int)start; i < start + length; i++)
        {
            if (_bytes[i] is < 0x20 or 0x7F)
                return false;
        }

        return true;
    }

    /// <summary>Whether the bytes are a name such as programs use: letters, digits and <c>_ . : / - &gt;</c>, a letter or '_' first.</summary>
    public bool IsName(long start, long length)
    {
        if (start < 0 || length < 1 || start + length > Length || _bytes[start] is not (>= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)'_'))
            return false;

        for (var i = (int)start; i < start + length; i++)
        {
            if (_bytes[i] is not (>= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9'
                or (byte)'_' or (byte)'.' or (byte)':' or (byte)'/' or (byte)'-' or (byte)'>'))
                return false;
        }

        return true;
    }
}
