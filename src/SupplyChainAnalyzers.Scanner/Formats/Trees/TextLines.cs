using System.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>Lines of a text of any size, one in memory at a time.</summary>
internal static class TextLines
{
    private const int Longest = 16 << 20; // values of one tree's list
    private const int Chunk = 64 << 10;

    /// <exception cref="LimitExceededException">A line without end.</exception>
    public static IEnumerable<(string Text, long At)> Of(ByteSource file)
    {
        var buffer = new byte[Chunk];
        using var line = new MemoryStream();
        long start = 0;
        for (long at = 0; at < file.Length;)
        {
            var count = file.Read(at, buffer);
            var from = 0;
            for (var end = Next(buffer, from, count); end >= 0; end = Next(buffer, from, count))
            {
                line.Write(buffer, from, end - from);
                yield return (Take(line), start);
                (from, start) = (end + 1, at + end + 1);
            }

            line.Write(buffer, from, count - from);
            if (line.Length > Longest)
                throw new LimitExceededException($"it has a line of more than {Longest >> 20} MiB", start);
            at += count;
        }

        if (line.Length > 0)
            yield return (Take(line), start);
    }

    private static int Next(byte[] buffer, int from, int count) => buffer.AsSpan(from, count - from).IndexOf((byte)'\n') is >= 0 and var found ? from + found : -1;

    private static string Take(MemoryStream line)
    {
        var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
        line.SetLength(0);
        return text;
    }
}
