using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Output.Sarif;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models scan</c>: what would these files do to whoever opens them?</summary>
internal static class ScanCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files and folders; folders with all that is in them", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(LockOption.RefuseOption);
        var exclude = new Option<string[]>("--exclude") { Description = "Leave out what this pattern matches: a name ('*.md'), or with a slash a path below the named folder ('data/**'); may be given again", HelpName = "pattern" };
        var policy = new Option<string?>("--policy") { Description = "Policy to apply; default: the built-in one, never one that lies in a scanned folder", HelpName = "file" };
        var mode = WordOption.Create("--mode", "How strict to be; default: what the policy says", "audit", "default", "strict");
        var failOn = WordOption.Create("--fail-on", "The mildest verdict that fails; default: what the policy says, built in: malicious", ScanPolicyChoice.FailOnWords);
        var includeClean = new Option<bool>("--include-clean") { Description = "List files in which nothing was found, too (JSON and SARIF always do)" };

        var command = new Command("scan", "Look inside model files for what would do harm, and into scripts for models without a pin; runs nothing, changes nothing")
        {
            paths, exclude, policy, mode, failOn, includeClean,
        };
        var report = new ReportOptions(command, hasSarif: true);
        command.SetAction(parsed =>
        {
            var target = report.Target(host, parsed);
            var choice = ScanPolicyChoice.Read(host, parsed.GetValue(policy), parsed.GetValue(mode), parsed.GetValue(failOn));
            var outcome = Run(host, choice, parsed.GetValue(paths) ?? [], parsed.GetValue(exclude) ?? []);
            foreach (var notice in outcome.Notices)
                host.Error.WriteLine(FindingText.Of(notice, host.CurrentDirectory, color: false));

            if (target.IsJson)
                ScanJson.Write(target, outcome);
            else if (target.IsSarif)
                SarifReport.Write(target, outcome);
            else
                ScanText.Write(target, outcome, parsed.GetValue(includeClean));
            return outcome.ExitCode;
        });
        return command;
    }

    private static ScanOutcome Run(CommandHost host, ScanPolicyChoice policy, IReadOnlyList<string> paths, IReadOnlyList<string> patterns)
    {
        var (files, bytes) = (0, 0L);
        using var progress = new ProgressLine(host, "scanning");
        var walk = new ScanWalk(host, [.. patterns.Select(static pattern => new Glob(pattern))]);
        var scanner = ScannerFinder.Require(host);
        var scan = new FileScan(scanner, policy, Done, host.Cancellation);
        var sources = new SourceScan(host, paths, policy, scanner);
        var found = scan.Run(sources.Watch(walk.Run(paths)));
        return new ScanOutcome(found, walk.Excluded, [.. policy.Notices(), .. scan.Isolation is { } isolation ? [policy.Decide(isolation)] : Array.Empty<DecidedFinding>()]) { Sources = sources.Run() };

        void Done(ScannedFile file) =>
            progress.Show($"{Counted.Of(Interlocked.Increment(ref files), "file")}, {ByteCount.Of(Interlocked.Add(ref bytes, file.Size ?? 0))}");
    }
}
