using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>The measured half, in a process of its own: compiled by the JIT anew each time, as a build would. Its start is not counted.</summary>
internal static class SignatureChild
{
    /// <summary>Seconds of <paramref name="what"/>: <c>hash</c>, <c>plain</c> or <c>verify</c>.</summary>
    public static double Time(string what, string path)
    {
        ChildProcess.Time(Environment.ProcessPath!, ["signature-child", what, path], out var printed);
        return double.TryParse(printed, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new InvalidOperationException(printed);
    }

    public static int Run(string what, string path)
    {
        var watch = Stopwatch.StartNew();
        var isDone = what switch
        {
            "hash" => FileHasher.HashAll([new HashJob(path)])[0].Status == HashStatus.Hashed,
            "plain" => IsHashed(path),
            _ => IsVerified(path),
        };
        Console.WriteLine(isDone ? watch.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture) : "it did not do its work");
        return 0;
    }

    // What anybody would write who needs a digest.
    private static bool IsHashed(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file).Length == SHA256.HashSizeInBytes;
    }

    private static bool IsVerified(string path)
    {
        var result = ModelVerifier.Verify(new VerificationRequest { LockPath = path, Scanner = ScannerSpeedBenchmark.Options, Explain = true });
        return result.Findings.Count == 0 && result.Evidence[0].Bundles[0].State == EvidenceState.Trusted;
    }
}
