namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Names that open a device on Windows whatever extension follows: CON, PRN, AUX, NUL, CONIN$, CONOUT$, and COM or LPT
/// with a digit, superscript ¹ ² ³ included ("Naming Files, Paths, and Namespaces").
/// </summary>
internal static class ReservedNames
{
    private static readonly string[] Words = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    public static bool Is(string segment)
    {
        // "nul.txt", and "nul .txt" too: Windows drops the spaces in front of the extension.
        var dot = segment.IndexOf('.');
        var name = (dot < 0 ? segment : segment.Substring(0, dot)).TrimEnd(' ');
        if (name.Length == 4 && name[3] is (>= '0' and <= '9') or '¹' or '²' or '³')
            return Same(name.Substring(0, 3), "COM") || Same(name.Substring(0, 3), "LPT");

        return Array.Exists(Words, word => Same(name, word));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
