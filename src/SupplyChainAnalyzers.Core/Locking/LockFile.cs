using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Locking.Repair;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>Brings models.lock up to date, or tells whether it is: for the command line and the build target alike.</summary>
public static class LockFile
{
    /// <summary>Findings of one check; more say nothing new.</summary>
    private const int MaxDifferences = 100;

    /// <summary>
    /// Builds the lock and writes it when it differs, in one step: whoever reads it meanwhile, or after a crash, finds
    /// the old one or the new one. Never throws but for <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="lockPath">Absolute path of models.lock, there or not.</param>
    /// <param name="options">What to lock and how.</param>
    /// <param name="cancellation">Ends the work; nothing is written then.</param>
    public static LockOutcome Update(string lockPath, LockOptions options, CancellationToken cancellation = default)
    {
        var (outcome, content, before) = Build(lockPath, options, cancellation);
        if (content is null || (before is not null && before.SequenceEqual(content)))
            return outcome;

        cancellation.ThrowIfCancellationRequested();
        try
        {
            AtomicFile.Write(lockPath, content);
            return outcome with { IsWritten = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(new Finding(Rules.Unreadable, $"{ModelsLock.FileName} cannot be written: {Printable.Of(e.Message)}") { File = lockPath });
        }
    }

    /// <summary>Builds the lock and compares it with the one that is there; each difference is SCA2014. Writes nothing.</summary>
    /// <param name="lockPath">Absolute path of models.lock.</param>
    /// <param name="options">What to lock and how.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static LockOutcome Check(string lockPath, LockOptions options, CancellationToken cancellation = default)
    {
        var (outcome, content, bytes) = Build(lockPath, options, cancellation);
        if (content is null || (bytes is not null && bytes.SequenceEqual(content)))
            return outcome;

        var before = bytes is null ? null : ModelsLockReader.Read(bytes, lockPath).Value;
        var differences = LockDifferences.Of(lockPath, before ?? new ModelsLock(), outcome.Changes).Take(MaxDifferences);
        return outcome with { Findings = [.. outcome.Findings, .. differences.Select(static finding => new DecidedFinding(finding, finding.Rule.DefaultLevel))] };
    }

    // The outcome, what would be written (null when nothing can be), and what is there.
    private static (LockOutcome Outcome, byte[]? Content, byte[]? Bytes) Build(string lockPath, LockOptions options, CancellationToken cancellation)
    {
        try
        {
            var bytes = File.Exists(lockPath) ? LimitedRead.File(lockPath, JsonLimits.Default.MaxLength) : null;
            ModelsLock? before = null;
            if (bytes is not null && !options.Rebuild)
            {
                var read = LockRepair.Read(bytes, lockPath);
                if (read.Value is null)
                    return (Failed([.. read.Errors]), null, bytes);

                before = read.Value;
            }

            // First of all, so that the files are known not to be the model's own.
            var folder = Path.GetDirectoryName(lockPath)!;
            var refused = new List<Finding>();
            var data = before is null ? null : BehaviorData.Read(folder, before, options, refused, cancellation);
            if (refused.Count > 0)
                return (Failed([.. refused]), null, bytes);

            var outcome = LockBuilder.Build(folder, data, options, cancellation);
            if (outcome.Lock is not { } models)
                return (outcome, null, bytes);

            outcome = outcome with { Changes = LockDiff.Between(before ?? new ModelsLock(), models) };

            if (options is { Golden: true, Scanner: { } scanner })
            {
                var (recorded, findings) = GoldenRecording.Record(folder, models, options.Names, scanner, cancellation);
                models = recorded;
                outcome = outcome with { Lock = models, Findings = [.. outcome.Findings, .. findings.Select(static finding => new DecidedFinding(finding, finding.Rule.DefaultLevel))] };
            }

            // What every build will refuse must not be written.
            var content = Encoding.UTF8.GetBytes(ModelsLockWriter.Write(models));
            var written = ModelsLockReader.Read(content, lockPath);
            return written.Errors.Count == 0 ? (outcome, content, bytes) : (Failed([.. written.Errors]), null, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Failed(new Finding(Rules.LockUnreadable, $"{ModelsLock.FileName} cannot be read: {Printable.Of(e.Message)}") { File = lockPath }), null, null);
        }
    }

    private static LockOutcome Failed(params Finding[] findings) =>
        new() { Findings = [.. findings.Select(static finding => new DecidedFinding(finding, Level.Error))] };
}
