using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models lock</c>: writes down what is there.</summary>
internal static class LockCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var targets = new Argument<string[]>("models-or-folder") { Description = "Models of the lock to look at again, or one folder to search; default: everything under the lock's folder", Arity = ArgumentArity.ZeroOrMore };
        targets.Validators.Add(LockOption.RefuseOption);
        var lockFile = LockOption.Create();
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when the lock is not what would be written" };
        var includeIgnored = new Option<bool>("--include-ignored") { Description = "Search what .gitignore excludes, too" };
        var repository = new Option<string?>("--repo") { Description = "Hugging Face repository that the one model named was downloaded from, where its metadata has the revision only", HelpName = "owner/name" };
        var rebuild = new Option<bool>("--rebuild") { Description = "Begin with nothing instead of the lock that is there: its licenses, signatures and provenance are lost" };

        var golden = new Option<bool>("--golden") { Description = "Run each ONNX model, confined, and record what it gives beside it, with the digest in the lock" };
        var probe = new Option<string?>("--probe") { Description = "Inputs that the one model named is checked with, in its folder: their digest goes to 'behavior' of its entry", HelpName = "file" };
        var labels = new Option<string?>("--labels") { Description = "The same for the inputs' classes", HelpName = "file" };
        var training = new Option<string?>("--training") { Description = "The same for what it was trained on (.npz with x and y)", HelpName = "file" };
        var policy = new Option<string?>("--policy") { Description = "Policy under which signatures are verified; default: models.policy.json beside models.lock", HelpName = "file" };

        var command = new Command("lock", "Find the models that are there and write them to models.lock, with who has signed them. Signatures are made elsewhere: models sign, or sigstore's tools for keyless ones")
        {
            targets, lockFile, policy, check, includeIgnored, repository, rebuild, golden, probe, labels, training,
        };
        var report = new ReportOptions(command);
        string? Full(string? path) => path is null ? null : host.FullPath(path);
        command.SetAction(parsed =>
        {
            var target = LockTarget.Find(host, parsed.GetValue(lockFile), parsed.GetValue(targets) ?? [], parsed.GetValue(includeIgnored));
            var repo = parsed.GetValue(repository);
            if (repo is not null && (target.Options.Names?.Count != 1 || !LockOptions.IsHubRepository(repo)))
                throw new CommandFailedException(Rules.Usage, $"--repo takes owner/name and needs the one model it is for; run: models lock NAME --repo {Printable.Of(repo)}");

            using var progress = new ProgressLine(host, "reading");
            var options = target.Options with
            {
                PolicyPath = parsed.GetValue(policy) is { } file ? host.FullPath(file) : null,
                Scanner = ScannerFinder.Find(host),
                HubRepository = repo,
                Rebuild = parsed.GetValue(rebuild),
                Progress = progress.Report,
                Probe = Full(parsed.GetValue(probe)),
                Labels = Full(parsed.GetValue(labels)),
                Training = Full(parsed.GetValue(training)),
            };
            if (options.HasBehaviorData && (options.Names?.Count != 1 || options.Rebuild))
                throw new CommandFailedException(Rules.Usage, "--probe, --labels and --training need the one model of the lock that they are for; run: models lock NAME --probe FILE");

            var isCheck = parsed.GetValue(check);
            if (parsed.GetValue(golden))
            {
                if (isCheck)
                    throw new CommandFailedException(Rules.Usage, "--check writes nothing and --golden records; give one of them");

                options = options with { Golden = true, Scanner = ScannerFinder.Require(host) };
            }

            if (isCheck && !File.Exists(target.LockPath))
                throw new CommandFailedException(Rules.LockUnreadable, $"there is no {Printable.Of(target.LockPath)} to check; run: models lock");

            var outcome = isCheck
                ? LockFile.Check(target.LockPath, options, host.Cancellation)
                : LockFile.Update(target.LockPath, options, host.Cancellation);
            progress.Dispose();
            LockReport.Write(report.Target(host, parsed), host, target.LockPath, isCheck, outcome);
            if (outcome.Lock is { Models.Count: 0 } && !options.IncludeIgnored)
                host.Error.WriteLine("note: no model was found; what .gitignore excludes was left out, to search it too run: models lock --include-ignored");
            return Levels.ExitCode(outcome.Findings);
        });
        return command;
    }
}
