using System.ComponentModel;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>The commands as people run them, from the start of the process to its end, beside that of openssl.</summary>
internal static class SignatureCommands
{
    /// <summary>Whether there is an openssl to compare with.</summary>
    public static bool HasOpenSsl { get; } = Finds("openssl");

    /// <summary>Seconds of the peer.</summary>
    public static double OpenSsl(string file) => ChildProcess.Time("openssl", ["dgst", "-sha256", file], out _);

    /// <summary>Each command by name; it fails unless the model is valid.</summary>
    public static IEnumerable<(string Name, Func<double> Run)> Of(SignedFolder folder)
    {
        yield return ("models verify --full", () => Models("verify", "--full", "--lock", folder.LockPath));
        yield return ("models verify-signature", () => Models("verify-signature", Path.GetDirectoryName(folder.Model)!, "--bundle", folder.Bundle, "--method", "key", "--key", folder.Key));
    }

    private static double Models(params string[] arguments) => ChildProcess.Time(
        ScannerSpeedBenchmark.Options.DotnetPath,
        [RepositoryFiles.PathOf("src/SupplyChainAnalyzers.Cli/bin/Release/net10.0/models.dll"), .. arguments],
        out _);

    private static bool Finds(string program)
    {
        try
        {
            ChildProcess.Time(program, ["version"], out _);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
