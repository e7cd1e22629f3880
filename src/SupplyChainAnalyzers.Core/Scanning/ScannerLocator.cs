namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>Finds the scanner and the host that runs it. The environment is read by the caller and comes in as values.</summary>
public static class ScannerLocator
{
    /// <summary>The scanner's file name in every layout.</summary>
    public const string FileName = "SupplyChainAnalyzers.Scanner.dll";

    /// <summary>
    /// The scanner near the assembly that runs: <c>tools/net10.0/any/</c> of the package whose
    /// <c>tasks/netstandard2.0/</c> holds it, or <c>scanner/</c> beside it (the command line), or beside it.
    /// Null when there is none.
    /// </summary>
    /// <param name="baseFolder">Absolute folder of the running assembly.</param>
    public static string? FindScanner(string baseFolder) => FirstFile(
        Path.Combine(baseFolder, "..", "..", "tools", "net10.0", "any", FileName),
        Path.Combine(baseFolder, "scanner", FileName),
        Path.Combine(baseFolder, FileName));

    /// <summary>
    /// The dotnet host: the one the build names, else the running program if that is one, else the one in the
    /// installation folder that holds the running runtime. Null when there is none.
    /// </summary>
    /// <param name="hostPath">DOTNET_HOST_PATH; null or empty when not set. Relative paths are not taken.</param>
    /// <param name="processPath">File of the running program; null when not known.</param>
    /// <param name="runtimeFolder">Folder of the running runtime, <c>…/shared/Microsoft.NETCore.App/10.0.0/</c>; null when not known.</param>
    public static string? FindDotnet(string? hostPath, string? processPath, string? runtimeFolder)
    {
        if (IsHost(hostPath) && File.Exists(hostPath))
            return hostPath;

        if (IsHost(processPath) && File.Exists(processPath))
            return processPath;

        if (string.IsNullOrEmpty(runtimeFolder) || !Path.IsPathRooted(runtimeFolder))
            return null;

        var root = Path.Combine(runtimeFolder, "..", "..", "..");
        return FirstFile(Path.Combine(root, "dotnet"), Path.Combine(root, "dotnet.exe"));
    }

    private static bool IsHost(string? path) => !string.IsNullOrEmpty(path) && Path.IsPathRooted(path)
        && string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase);

    private static string? FirstFile(params string[] candidates) => candidates.Select(Path.GetFullPath).FirstOrDefault(File.Exists);
}
