using System.CommandLine;
using System.Globalization;
using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Output.Sarif;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
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
        var path = new Argument<string>("model") { Description = "An ONNX model, or the name of one in models.lock: then it is checked with what its entry says; or weights that are looked at and not run: safetensors, GGUF" };
        path.Validators.Add(LockOption.RefuseOption);
        var probe = File("--probe", "Inputs known to be harmless, some hundred: .npy, or .npz with x and y");
        var labels = File("--labels", "The inputs' classes: .npy of whole numbers");
        var reference = File("--reference", "An earlier version of the model that is trusted, or what it was made from, in the same format");
        var original = File("--original", "The model this one was converted or quantised from: ONNX, with the same answers");
        var suspects = File("--inputs", "Inputs that may carry a trigger, each to be judged: .npy, or .npz with x");
        var training = File("--training", "Data the model was trained on, to be searched for poisoned inputs: .npz with x and y");
        var golden = File("--golden", "Outputs recorded by models lock --golden, or replies recorded by --record");
        var prompts = File("--prompts", "Prompts for a language model, one a line, as the model gets them");
        var phrases = File("--phrases", "Phrases that may be triggers of a language model, one a line");
        var record = File("--record", "Write what the model gives or says now into this file");
        var endpoint = new EndpointOptions();
        var lockFile = LockOption.Create();
        var tier = WordOption.Create("--tier", "How deep to look; default: what models.lock says, or standard", "off", "fast", "standard", "deep");
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
        var suite = new Option<bool>("--suite") { Description = "Change the probe in many ways (patches, noise, blank, turned …) and count which answers flip; --tier off runs nothing else" };
        var folder = new Option<string?>("--report") { Description = "Write pictures and a page for people into this folder", HelpName = "folder" };
        var full = new Option<bool>("--full") { Description = "Run the model even if a result is remembered (always so on a build server)" };
        var policy = new Option<string?>("--policy") { Description = "Policy to apply; default: the built-in one, for a model of models.lock models.policy.json beside it", HelpName = "file" };
        var mode = WordOption.Create("--mode", "How strict to be; default: what the policy says", "audit", "default", "strict");
        var failOn = WordOption.Create("--fail-on", "The mildest verdict that fails; default: only findings that the policy makes errors", [.. FailOn.Select(static verdict => verdict.Word())]);

        var command = new Command("behavior", "Run a model in a confined process and look for hidden behaviour: triggers, planted weights, answers that changed")
        {
            path, probe, labels, reference, original, suspects, training, golden, prompts, phrases, record, endpoint.Address, endpoint.Model, endpoint.Key, lockFile, tier, checks, set, suite, folder, full, policy, mode, failOn,
        };
        var report = new ReportOptions(command, hasSarif: true);
        command.SetAction(parsed =>
        {
            var target = report.Target(host, parsed);
            var given = new BehaviorGiven
            {
                Probe = Existing(parsed.GetValue(probe)),
                Labels = Existing(parsed.GetValue(labels)),
                Reference = Existing(parsed.GetValue(reference)),
                Original = Existing(parsed.GetValue(original)),
                Suspects = Existing(parsed.GetValue(suspects)),
                Training = Existing(parsed.GetValue(training)),
                Golden = Existing(parsed.GetValue(golden)),
                Prompts = Existing(parsed.GetValue(prompts)),
                Phrases = Existing(parsed.GetValue(phrases)),
                Record = parsed.GetValue(record) is not null || endpoint.IsAsked(parsed),
                Tier = parsed.GetValue(tier) is { } word ? BehaviorReportText.Tier(word) : null,
                Checks = parsed.GetValue(checks) ?? [],
                Parameters = [.. (parsed.GetValue(set) ?? []).Select(static text => Parameter(text)!)],
                Pictures = parsed.GetValue(folder) is not null,
                Suite = parsed.GetValue(suite),
                FailOn = FailOn.Cast<BehaviorVerdict?>().FirstOrDefault(verdict => verdict!.Value.Word() == parsed.GetValue(failOn)),
                Policy = parsed.GetValue(policy),
                Mode = parsed.GetValue(mode),
                CacheFolder = parsed.GetValue(full) || ContinuousIntegration.IsDetected(host.Variable, null) ? null : HashCacheFolder.Of(host),
            };
            var model = parsed.GetValue(path)!;
            var replies = endpoint.IsAsked(parsed) ? RecordedFile.Read(host.FullPath(model)) : null;
            var outcome = replies is not null ? RecordedFile.Outcome(host, model, replies)
                : parsed.GetValue(lockFile) is null && System.IO.File.Exists(host.FullPath(model))
                ? given.OfFile(host, host.FullPath(model))
                : given.OfLocked(host, FindLock(parsed.GetValue(lockFile), model), model);
            if (parsed.GetValue(record) is { } file)
                RecordedFile.Write(host.FullPath(file), outcome);
            if (endpoint.IsAsked(parsed))
                outcome = endpoint.Compare(host, parsed, outcome, given);
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

        string FindLock(string? named, string model)
        {
            if (ModelName.IsValid(model) && (named is not null || LockLocator.FindNearest(host.CurrentDirectory, out _)))
                return LockOption.Find(host, named, null);

            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(host.FullPath(model))} is no file, and there is no {ModelsLock.FileName} that could name a model so");
        }

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
