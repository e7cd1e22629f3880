using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models inspect</c>: what is in this file?</summary>
internal static class InspectCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("file") { Description = "The file to look into" };
        path.Validators.Add(LockOption.RefuseOption);
        var command = new Command("inspect", "Say in words what is in a model file: structure, tensors, metadata, what a pickle would do; runs nothing") { path };
        var report = new ReportOptions(command);
        command.SetAction(parsed =>
        {
            var target = report.Target(host, parsed);
            var file = host.FullPath(parsed.GetValue(path)!);
            if (!File.Exists(file))
                throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(file)} is no file");

            var name = ShownPath.Relative(file, host.CurrentDirectory);
            var result = ScannerClient.Inspect(new ScanFile(file, Name: name), ScannerFinder.Require(host), host.Cancellation);
            if (result.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
                throw new CommandFailedException(Rules.ScannerUnavailable, unavailable.Message);

            var choice = ScanPolicyChoice.Read(host, null, null, null);
            var scanned = choice.Decide(new ScanTarget(file, name, 0), result);
            if (target.IsJson)
                InspectJson.Write(target, scanned, result.Listing);
            else
                InspectText.Write(target, scanned, result.Listing);
            return new ScanOutcome([scanned], 0, []).ExitCode;
        });
        return command;
    }
}
