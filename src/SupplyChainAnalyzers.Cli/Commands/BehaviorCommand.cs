using System.CommandLine;
using System.Globalization;
using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Output.Sarif;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models behavior</c>: does this model hide something?</summary>
internal static class BehaviorCommand
{
    private static readonly BehaviorVerdict[] FailOn = [BehaviorVerdict.Suspicious, BehaviorVerdict.Inconclusive, BehaviorVerdict.Limited];

    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("model") { Description = "An ONNX model" };
        path.Validators.Add(LockOption.RefuseOption);
        var probe = File("--probe", "Inputs known to be harmless, some hundred: .npy, or .npz with x and y");
        var labels = File("--labels", "The inputs' classes: .npy of whole numbers");
        var reference = File("--reference", "An earlier version of the model that is trusted, or what it was made from: ONNX");
        var golden = File("--golden", "Outputs recorded by models lock --golden");
        var tier = WordOption.Create("--tier", "How deep to look; default: standard", "off", "fast", "standard", "deep");
        var checks = new Option<string[]>("--check") { Description = "Run this check only; may be given again", HelpName = "id" };
        checks.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => !BehaviorWords.IsId(token.Value)))
                result.AddError($"--check is '{Printable.Of(token.Value)}'; it takes the id of a check");
        });
        var set = new Option<string[]>("--set") { Description = "A check's parameter, such as weights.channelZ=7; may be given again", HelpName = "check.parameter=number" };
        set.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => Parameter(token.Value) is null))
                result.AddError($"--set is '{Printable.Of(token.Value)}'; it takes check.parameter=number");
        });
        var folder = new Option<string?>("--report") { Description = "Write pictures and a page for people into this folder", HelpName = "folder" };
        var policy = new Option<string?>("--policy") { Description = "Policy to apply; default: the built-in one", HelpName = "file" };
        var mode = WordOption.Create("--mode", "How strict to be; default: what the policy says", "audit", "default", "strict");
        var failOn = WordOption.Create("--fail-on", "The mildest verdict that fails; default: only findings that the policy makes errors", [.. FailOn.Select(static verdict => verdict.Word())]);

        var command = new Command("behavior", "Run a model in a confined process and look for hidden behaviour: triggers, planted weights, answers that changed")
        {
            path, probe, labels, reference, golden, tier, checks, set, folder, policy, mode, failOn,
        };
        var report = new ReportOptions(command, hasSarif: true);
        command.SetAction(parsed =>
        {
            var target = report.Target(host, parsed);
            var model = Existing(parsed.GetValue(path))!;
            var question = new BehaviorQuestion
            {
                Model = model,
                Name = ShownPath.Relative(model, host.CurrentDirectory),
                Probe = Existing(parsed.GetValue(probe)),
                Labels = Existing(parsed.GetValue(labels)),
                Reference = Existing(parsed.GetValue(reference)),
                Golden = Existing(parsed.GetValue(golden)),
                Tier = BehaviorReportText.Tier(parsed.GetValue(tier) ?? "standard")!.Value,
                Pictures = parsed.GetValue(folder) is not null,
                Checks = parsed.GetValue(checks) ?? [],
                Parameters = [.. (parsed.GetValue(set) ?? []).Select(static text => Parameter(text)!)],
            };
            var choice = ScanPolicyChoice.Read(host, parsed.GetValue(policy), parsed.GetValue(mode), null);
            var outcome = new ModelBehavior(host, choice, FailOn.Cast<BehaviorVerdict?>().FirstOrDefault(verdict => verdict!.Value.Word() == parsed.GetValue(failOn))).Check(question);
            foreach (var notice in outcome.Notices)
                host.Error.WriteLine(FindingText.Of(notice, host.CurrentDirectory, color: false));

            if (parsed.GetValue(folder) is { } into)
                ReportFolder.Write(host.FullPath(into), outcome);
            if (target.IsJson)
                BehaviorJson.Write(target, outcome);
            else if (target.IsSarif)
                SarifReport.Write(target, new ScanOutcome([outcome.File], 0, outcome.Notices), "models-behavior/");
            else
                BehaviorText.Write(target, outcome);
            return outcome.ExitCode;
        });
        return command;

        string? Existing(string? name)
        {
            if (name is null)
                return null;

            var full = host.FullPath(name);
            return System.IO.File.Exists(full) ? full : throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(full)} is no file");
        }
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "file" };

    private static Measurement? Parameter(string text)
    {
        var parts = text.Split('=');
        return parts.Length == 2 && parts[0].Split('.') is [{ Length: > 0 }, { Length: > 0 }]
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Measurement(parts[0], value)
            : null;
    }
}
