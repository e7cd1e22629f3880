using System.Runtime.InteropServices;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>The native libraries this scanner was built with: a line each, hash and path below the application's folder.</summary>
internal static class NativeLibraries
{
    private const string Resource = "Natives.sha256";

    /// <summary>As in runtimes/: linux-x64, osx-arm64 …</summary>
    public static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : "unknown")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>The library for a platform, and the hash it must have.</summary>
    /// <exception cref="OnnxUnavailableException">There is none.</exception>
    public static (string Path, string Sha256) For(string platform)
    {
        var line = List().Find(line => line[66..].StartsWith($"runtimes/{platform}/", StringComparison.Ordinal))
            ?? throw new OnnxUnavailableException($"there is no ONNX Runtime for {platform} in it, only for {string.Join(", ", Platforms())}");
        return (Path.Combine(AppContext.BaseDirectory, line[66..]), line[..64]);
    }

    private static IEnumerable<string> Platforms() => List().Select(static line => line.Split('/')[1]).Order(StringComparer.Ordinal);

    private static List<string> List()
    {
        using var stream = typeof(NativeLibraries).Assembly.GetManifestResourceStream(Resource)!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return [.. Encoding.UTF8.GetString(text).Replace('\\', '/').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
