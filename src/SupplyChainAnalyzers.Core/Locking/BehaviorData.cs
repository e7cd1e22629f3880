using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>Writes down the files that models are checked with (probe, labels, training data) as they lie there: what a lock names, and what is given for one model.</summary>
internal static class BehaviorData
{
    /// <summary>The lock with their digests; a file that is gone keeps what the lock says of it, for the verification to tell.</summary>
    /// <param name="lockFolder">Absolute folder of the lock.</param>
    /// <param name="models">The lock that is there.</param>
    /// <param name="options">Which models, and what is given.</param>
    /// <param name="findings">What cannot be written down.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ModelsLock Read(string lockFolder, ModelsLock models, LockOptions options, List<Finding> findings, CancellationToken cancellation) => models with
    {
        Models = new OrdinalMap<ModelEntry>([.. models.Models.Select(pair => new KeyValuePair<string, ModelEntry>(pair.Key, options.Names?.Contains(pair.Key) != false ? Of(lockFolder, pair.Value, options, findings, cancellation) : pair.Value))]),
    };

    /// <summary>The files that a model is checked with, relative to the lock's folder.</summary>
    public static IEnumerable<string> Paths(ModelEntry model) =>
        new[] { model.Behavior?.Probe, model.Behavior?.Labels, model.Behavior?.Training }.OfType<BehaviorFile>().Select(file => PathRules.Join(model.Path, file.Path));

    private static ModelEntry Of(string lockFolder, ModelEntry model, LockOptions options, List<Finding> findings, CancellationToken cancellation)
    {
        if (model.Behavior is null && !options.HasBehaviorData)
            return model;

        var fact = model.Behavior ?? new BehaviorFact();
        return model with { Behavior = fact with { Probe = File("probe", options.Probe, fact.Probe), Labels = File("labels", options.Labels, fact.Labels), Training = File("training", options.Training, fact.Training) } };

        BehaviorFile? File(string what, string? given, BehaviorFile? known)
        {
            var folder = DeclaredPath.Folder(lockFolder, model.Path);
            var path = given is null ? known?.Path : DeclaredPath.RelativeTo(folder, given);
            if (path is null)
                return null;

            if (!PathRules.IsSafe(path, out _))
                return Refused($"{Printable.Path(given)} is not in the folder of {Printable.Of(model.Name)}, {Printable.Path(folder)}, where it would be found by every build; copy it there");

            var found = FileHasher.HashAll([new HashJob(DeclaredPath.Of(lockFolder, model.Path, path))], cancellationToken: cancellation)[0];
            return found.Status == HashStatus.Hashed ? new BehaviorFile(path, found.Sha256, known?.Region ?? default)
                : given is null ? known
                : Refused($"{Printable.Path(given)} cannot be read: {(found.Status == HashStatus.Missing ? "it is not there" : Printable.Of(found.Reason))}");

            BehaviorFile? Refused(string why)
            {
                findings.Add(new Finding(Rules.Usage, $"--{what}: {why}"));
                return known;
            }
        }
    }
}
