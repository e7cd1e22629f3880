using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>Runs locked ONNX models and writes down what they give: a file beside each, its digest in the lock.</summary>
public static class GoldenRecording
{
    private const string Tolerance = "1e-4";

    /// <summary>
    /// The lock with the digests of what was recorded; each file is written in one step, the lock is the caller's to write. Never throws but
    /// for cancellation: a model that cannot be recorded is a finding, and keeps what the lock says of it.
    /// </summary>
    /// <param name="lockFolder">Absolute folder of the lock.</param>
    /// <param name="models">The lock, up to date.</param>
    /// <param name="names">Models to record; null for all with exactly one ONNX file.</param>
    /// <param name="scanner">What runs them.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static (ModelsLock Lock, IReadOnlyList<Finding> Findings) Record(
        string lockFolder, ModelsLock models, IReadOnlyCollection<string>? names, ScannerOptions scanner, CancellationToken cancellation = default)
    {
        var findings = new List<Finding>();
        var entries = new List<KeyValuePair<string, ModelEntry>>();
        foreach (var pair in models.Models)
        {
            var isMeant = names?.Contains(pair.Key) ?? GoldenFiles.ModelOf(pair.Value) is not null;
            entries.Add(new KeyValuePair<string, ModelEntry>(pair.Key, isMeant ? Record(lockFolder, pair.Value, scanner, findings, cancellation) : pair.Value));
        }

        return (models with { Models = new OrdinalMap<ModelEntry>(entries) }, findings);
    }

    private static ModelEntry Record(string lockFolder, ModelEntry model, ScannerOptions scanner, List<Finding> findings, CancellationToken cancellation)
    {
        if (GoldenFiles.ModelOf(model) is not { } file)
            return Failed($"{Printable.Of(model.Name)} has no ONNX file, or several; outputs are recorded for models that have one");

        var path = DeclaredPath.Of(lockFolder, model.Path, file);
        var content = ScannerClient.Scan([new ScanFile(path, model.Files[file].Sha256, file)], scanner, cancellation)[0];
        if (!content.Answered)
            return Failed(string.Join("; ", content.Findings.Select(static finding => finding.Message)));

        var probe = model.Behavior?.Probe is { } inputs ? DeclaredPath.Of(lockFolder, model.Path, inputs.Path) : null;
        var result = ScannerClient.CheckBehavior(new BehaviorQuestion { Model = path, Name = file, Probe = probe, Tier = BehaviorTier.Off, Record = true, TensorFiles = TensorFiles.Of(content) }, scanner, cancellation);
        if (result.Behavior?.Golden is not { } text || result.Sha256 != content.Sha256)
            return Failed(string.Join("; ", result.Findings.Select(static finding => finding.Message)));

        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            AtomicFile.Write(DeclaredPath.Of(lockFolder, model.Path, GoldenFiles.PathFor(file)), bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"the recorded outputs of {Printable.Of(model.Name)} cannot be written: {Printable.Of(e.Message)}");
        }

        return model with
        {
            Behavior = (model.Behavior ?? new BehaviorFact()) with { GoldenSha256 = Sha256Hex.Of(bytes), GoldenTolerance = model.Behavior?.GoldenTolerance ?? Tolerance },
        };

        ModelEntry Failed(string why)
        {
            findings.Add(new Finding(Rules.ModelNotRecorded, Printable.Message($"no outputs were recorded: {why}")) { Model = model.Name });
            return model;
        }
    }
}
