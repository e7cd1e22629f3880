using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// Loads ONNX Runtime's native library: the one we shipped, by its absolute path, once its hash is the expected one. Nothing is searched:
/// a library planted in some folder is never found.
/// </summary>
internal static class NativeRuntime
{
    /// <summary>
    /// Its telemetry writes below the user's folders, asks the machine for its id and a server for its address. Only this stops it, and only
    /// when it is there before the process starts.
    /// </summary>
    private const string TelemetrySwitch = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<nint> Library = new(Open);

    /// <exception cref="OnnxUnavailableException">There is none for this machine, it is not the one we shipped, or its telemetry is on.</exception>
    public static void Load() => _ = Library.Value;

    private static nint Open()
    {
        if (Environment.GetEnvironmentVariable(TelemetrySwitch) != "1")
            throw new OnnxUnavailableException($"ONNX Runtime is not loaded where {TelemetrySwitch}=1 is missing: it would send telemetry");

        var (path, sha256) = NativeLibraries.For(NativeLibraries.Platform);
        try
        {
            if (Hash(path) != sha256)
                throw new OnnxUnavailableException("its ONNX Runtime is not the one it was built with; install it anew");

            var library = NativeLibrary.Load(path);
            OrtEnv.DisableDllImportResolver = true;
            NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, (_, _, _) => library);
            return library;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            throw new OnnxUnavailableException("its ONNX Runtime cannot be loaded: " + e.Message, e);
        }
    }

    private static string Hash(string path)
    {
        using var file = InputFile.Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 20];
        for (long offset = 0; RandomAccess.Read(file, block, offset) is > 0 and var count; offset += count)
            hash.AppendData(block, 0, count);
        return Hex.Of(hash.GetHashAndReset());
    }
}
