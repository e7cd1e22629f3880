namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>Cuts a stream of bytes into lines (LF) and refuses to hold more than it must.</summary>
internal sealed class LineSplitter(int maxLine, long maxTotal)
{
    private byte[] _line = new byte[256];
    private int _length;
    private long _total;

    /// <summary>Whether bytes came after the last line feed.</summary>
    public bool HasRest => _length > 0;

    /// <summary>Hands each whole line, without its line feed, to <paramref name="accept"/>; false when a limit was exceeded.</summary>
    public bool Add(byte[] bytes, int count, Action<byte[]> accept)
    {
        _total += count;
        if (_total > maxTotal)
            return false;

        for (var start = 0; start < count;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start, count - start);
            var length = (end < 0 ? count : end) - start;
            if (_length + length > maxLine)
                return false;

            if (_length + length > _line.Length)
                Array.Resize(ref _line, Math.Min(maxLine, Math.Max(_length + length, 2 * _line.Length)));
            Buffer.BlockCopy(bytes, start, _line, _length, length);
            _length += length;
            if (end < 0)
                return true;

            var line = new byte[_length];
            Buffer.BlockCopy(_line, 0, line, 0, _length);
            _length = 0;
            accept(line);
            start = end + 1;
        }

        return true;
    }
}
