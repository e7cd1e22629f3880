using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner;

/// <summary>The first line of the input.</summary>
internal static class RequestLine
{
    /// <summary>Without its line feed; what there is, when the input ends or is too long before one comes.</summary>
    public static byte[] Read(Stream input)
    {
        var line = new byte[4096];
        var length = 0;
        while (length <= Wire.MaxRequest)
        {
            if (length == line.Length)
                Array.Resize(ref line, 2 * length);

            var count = input.Read(line, length, line.Length - length);
            var end = Array.IndexOf(line, (byte)'\n', length, count);
            if (count == 0 || end >= 0)
                return WithoutMark(line.AsSpan(0, count == 0 ? length : end));

            length += count;
        }

        return line;
    }

    // .NET Framework's console encoding can put a byte order mark in front of a process's input.
    private static byte[] WithoutMark(ReadOnlySpan<byte> line) => (line.StartsWith("\uFEFF"u8) ? line[3..] : line).ToArray();
}
