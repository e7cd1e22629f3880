using System.Globalization;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>How paths, sizes and digests appear in messages.</summary>
internal static class Shown
{
    // Enough to tell two digests apart by eye; the whole ones stand in the lock and in the finding.
    private const int DigestDigits = 12;

    /// <summary><c>437,951,328 bytes</c>.</summary>
    public static string Bytes(long count) =>
        count == 1 ? "1 byte" : Number(count) + " bytes";

    /// <summary><c>437,951,328</c>.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The first digits of a digest.</summary>
    public static string Digest(string sha256) =>
        sha256.Length <= DigestDigits ? sha256 : $"{sha256.Remove(DigestDigits)}…";

    /// <summary>A path or name in quotes, made safe.</summary>
    public static string Name(string text) => "'" + Printable.Of(text) + "'";
}
