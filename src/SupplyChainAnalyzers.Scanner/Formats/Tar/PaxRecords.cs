using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>The records of a pax header: decimal length of the whole record, space, key, =, value, line feed.</summary>
internal static class PaxRecords
{
    /// <summary>Bytes of one header.</summary>
    public const int MaxSize = 1 << 20;

    /// <summary>Adds them to <paramref name="into"/>; the last of a key counts. Stops where the records are none, as readers do.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, Dictionary<string, string> into)
    {
        while (bytes.IndexOf((byte)' ') is > 0 and <= 10 and var space
            && int.TryParse(Encoding.ASCII.GetString(bytes[..space]), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length > space + 1 && length <= bytes.Length)
        {
            var record = bytes[(space + 1)..(length - 1)];
            if (record.IndexOf((byte)'=') is > 0 and var equals)
                into[Encoding.UTF8.GetString(record[..equals])] = Encoding.UTF8.GetString(record[(equals + 1)..]);

            bytes = bytes[length..];
        }
    }
}
