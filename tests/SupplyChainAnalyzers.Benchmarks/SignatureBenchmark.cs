namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What a signature costs beside the hashing that the lock needs anyway: the model is read once for both.</summary>
internal static class SignatureBenchmark
{
    private const int Runs = 5;
    private const int Size = 2000 << 20;

    public static void Run(Report report)
    {
        using var folder = new SignedFolder(Size);
        report.Title("A signed model of 2,000 MiB");
        var hashing = Compare(report, "verifying lock and signature, as a multiple of hashing", () => SignatureChild.Time("hash", folder.Model), () => SignatureChild.Time("verify", folder.LockPath), "≤ 1.05");
        report.Figure("hashing its file once", hashing, "s", "—");
        foreach (var (command, run) in SignatureCommands.Of(folder))
        {
            if (SignatureCommands.HasOpenSsl)
                Compare(report, $"{command}, as a multiple of openssl dgst -sha256", () => SignatureCommands.OpenSsl(folder.Model), run, "≤ 1.05");
            else
                report.Note($"{command} beside openssl dgst -sha256: not measured, there is no openssl");
            Compare(report, $"{command}, as a multiple of SHA256.HashData", () => SignatureChild.Time("plain", folder.Model), run, "—");
        }
    }

    // In turn, so that a machine that becomes slower does it to both. Returns the seconds of the first.
    private static double Compare(Report report, string what, Func<double> peer, Func<double> ours, string target)
    {
        (double Peer, double Ours)[] runs = [.. Enumerable.Range(0, Runs).Select(_ => (peer(), ours()))];
        report.Figure(what, Report.Median(runs.Select(static run => run.Ours / run.Peer)), "x", target);
        return Report.Median(runs.Select(static run => run.Peer));
    }
}
