using System.Globalization;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>Sizes as people read them, in decimal units as model hubs show them.</summary>
internal static class ByteCount
{
    private static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary><c>512 bytes</c>, <c>1.3 MB</c>.</summary>
    public static string Of(long bytes)
    {
        if (bytes < 1000)
            return bytes == 1 ? "1 byte" : bytes.ToString(CultureInfo.InvariantCulture) + " bytes";

        var value = (decimal)bytes;
        var unit = -1;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
