using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models verify</c>: are the files what models.lock declares, and does the policy accept them?</summary>
internal static class VerifyCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = LockOption.Folder("Folder to search upward from for models.lock");
        var lockFile = LockOption.Create();
        var policy = new Option<string?>("--policy") { Description = "Policy to apply; default: models.policy.json beside models.lock, or the built-in one", HelpName = "file" };
        var mode = WordOption.Create("--mode", "How strict to be; default: what the policy says", "audit", "default", "strict");
        var full = new Option<bool>("--full") { Description = "Read every file, trust no remembered digest (always so on a build server)" };

        var behavior = WordOption.Create("--behavior", "How deep to check ONNX models for hidden behaviour, each content once; default: what models.lock says of each, or the policy", "off", "fast", "standard", "deep");

        var explain = new Option<bool>("--explain") { Description = "Say of each model who has signed it, when and with what, and how it was built" };

        var command = new Command("verify", "Compare every file with models.lock and apply the policy; changes nothing")
        {
            path, lockFile, policy, mode, full, behavior, explain,
        };
        var report = new ReportOptions(command);
        command.SetAction(parsed =>
        {
            var lockPath = LockOption.Find(host, parsed.GetValue(lockFile), parsed.GetValue(path));
            using var progress = new ProgressLine(host, "verifying");
            var result = ModelVerifier.Verify(
                new VerificationRequest
                {
                    LockPath = lockPath,
                    PolicyPath = parsed.GetValue(policy) is { } file ? host.FullPath(file) : null,
                    Mode = parsed.GetValue(mode),
                    CacheDirectory = parsed.GetValue(full) || ContinuousIntegration.IsDetected(host.Variable, null) ? null : HashCacheFolder.Of(host),
                    RequireFetched = true,
                    Behavior = parsed.GetValue(behavior),
                    Notice = host.Error.WriteLine,
                    Explain = parsed.GetValue(explain),
                    Scanner = ScannerFinder.Find(host),
                    Progress = progress.Report,
                },
                host.Cancellation);
            progress.Dispose();
            VerifyReport.Write(report.Target(host, parsed), host, lockPath, result);
            return Levels.ExitCode(result.Findings);
        });
        return command;
    }
}
