namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// Whether a path that a model names beside itself stays beside it, on any operating system: the file that is scanned on one is
/// loaded on another. Nothing is opened or resolved. The cases are those of CVE-2022-25882, CVE-2024-27318 and CVE-2025-51480
/// (ONNX external data) and of what Windows makes of names.
/// </summary>
internal static class OutsidePath
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>How it leads out, to go on after the path: "is absolute". Null when it stays in the folder.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0)
            return null;
        if (path.Any(static c => c < ' '))
            return "holds a control character, behind which some loaders see another path";
        if (path[0] is '/' or '\\')
            return path.StartsWith("\\\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) ? "names a share on another machine" : "is absolute";
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return "is an address on the network or of any file";
        if (path.Contains(':', StringComparison.Ordinal))
            return "names a drive or a hidden stream of a file";
        if (path[0] == '~' || path.StartsWith('$') || path.Contains("${", StringComparison.Ordinal) || path.Count(static c => c == '%') > 1 && Unescaped(path) == path)
            return "is completed from the environment";

        return Climbs(path) || Climbs(Unescaped(path)) ? "leads out of the model's folder"
            : path.Split('/', '\\').Any(IsDevice) ? "names a device" : null;
    }

    // Windows drops dots and spaces at the end of a name: ".. " and "..." can be the folder above as well.
    private static bool Climbs(string path) =>
        path.Split('/', '\\').Any(static part => part.StartsWith("..", StringComparison.Ordinal) && part.All(static c => c is '.' or ' '))
        || path.StartsWith('/') || path.StartsWith('\\') || path.Contains('\0', StringComparison.Ordinal);

    private static bool IsDevice(string part)
    {
        var name = part.Split('.')[0].TrimEnd().ToLowerInvariant();
        return Array.IndexOf(Devices, name) >= 0
            || (name.Length == 4 && (name.StartsWith("com", StringComparison.Ordinal) || name.StartsWith("lpt", StringComparison.Ordinal)) && name[3] is >= '1' and <= '9');
    }

    // Twice, since a name may be escaped on its way to the loader more than once.
    private static string Unescaped(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(Uri.UnescapeDataString(path)) : path;
}
