using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Caching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Asks the scanner about signatures, or the memory of its answers. One fault of the machine is told once.</summary>
internal sealed class SignatureAsking(VerificationRun run) : IDisposable
{
    private readonly Lazy<ScanCache?> _remembered = new(() => run.Request.Scanner is { } options ? ScanCache.Open(run.Request.CacheDirectory, run.Request.LockPath, options, Jobs.VerifySignature) : null);
    private readonly List<ScanResult> _asked = [];
    private readonly AnswersAhead _ahead = new(run.Cancellation);

    /// <summary>Begins to ask what <see cref="Ask"/> will be asked, and does not wait. Nothing is asked that is remembered.</summary>
    public void AskAhead(SignedModel signed, HashOutcome bundle, string name, AttestationDemand? demand)
    {
        if (run.Request.Scanner is not { } options || bundle.Status != HashStatus.Hashed)
            return;

        var question = Question(signed, bundle, name, demand);
        if (Key(signed, question) is { } key && Remembered(question, key) is null)
            _ahead.Ask(key, question, options);
    }

    /// <summary>The answer; null when there is none, and that was reported.</summary>
    /// <param name="signed">The model.</param>
    /// <param name="bundle">The bundle, hashed.</param>
    /// <param name="name">Its path relative to the model's folder.</param>
    /// <param name="demand">What it must say as an attestation; null for a signature.</param>
    /// <param name="region">Where the lock names it.</param>
    public ScanResult? Ask(SignedModel signed, HashOutcome bundle, string name, AttestationDemand? demand, TextRegion region)
    {
        var question = Question(signed, bundle, name, demand);
        var key = Key(signed, question);
        if (Remembered(question, key) is { } known)
            return known;

        if (run.Request.Scanner is not { } options)
            return Unverified(signed, question, region, "there is no scanner to look");

        var result = _ahead.Take(key) ?? SignatureWork.Ask(question, options, run.Cancellation);
        if (result.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
            return Unverified(signed, question, region, unavailable.Message);

        _asked.Add(result);
        if (key is not null)
            _remembered.Value?.Put(result, key);
        return result;
    }

    /// <summary>Saves what was learnt, and says where the scanner was not confined, unless that was said.</summary>
    public void Finish()
    {
        if (_remembered.IsValueCreated)
            _remembered.Value?.Save(isWhole: run.Request.Scope is null);
        if (IsolationNote.Of(_asked) is { } note && !run.Findings.Exists(finding => finding.Rule == note.Rule))
            run.Report(note);
    }

    /// <summary>Ends what was asked ahead.</summary>
    public void Dispose() => _ahead.Dispose();

    private SignatureQuestion Question(SignedModel signed, HashOutcome bundle, string name, AttestationDemand? demand) =>
        SignatureWork.Question(run.LockFolder, signed.Model, bundle, name, signed.Known, IsShared(signed), signed.Signers) with { Attestation = demand };

    private ScanResult? Remembered(SignatureQuestion question, string? key) =>
        key is null ? null : _remembered.Value?.Find(new ScanFile(question.Bundle, question.BundleSha256, question.Name), key);

    // Where a signature counts, one that nobody could verify counts as none.
    private ScanResult? Unverified(SignedModel signed, SignatureQuestion question, TextRegion region, string reason)
    {
        var isDemanded = signed.IsDemanded || signed.Signers.Count > 0;
        if (isDemanded || !run.Findings.Exists(static finding => finding.Rule == Rules.ScannerUnavailable))
            run.Report(signed.Fault(isDemanded ? Rules.ScannerFailed : Rules.ScannerUnavailable, region, $"The signature {Shown.Name(question.Name!)} was not verified: {reason}"));
        return null;
    }

    // Its folder holds more than this model: the lock's own, one with a project, one of two models, one with a model below it.
    private bool IsShared(SignedModel signed)
    {
        var folder = signed.Files[0].Folder;
        return folder.IsLocks || folder.Content.IsShared || folder.Files.Exists(file => file.Model != signed.Model)
            || run.Folders.Keys.Any(other => other.Length > folder.Path.Length + 1 && DeclaredPath.Same(other.Substring(0, folder.Path.Length + 1), folder.Path + Path.DirectorySeparatorChar));
    }

    /// <summary>
    /// All that the answer depends on: question (with digests, keys and roots), bundle, day, and the state of what else lies in the folder.
    /// Null when a change of that could go unseen.
    /// </summary>
    private string? Key(SignedModel signed, SignatureQuestion question)
    {
        var key = new StringBuilder(SignatureQuestionText.Write(question)).Append('\n').Append(question.BundleSha256)
            .Append('\n').Append((run.Request.TodayUtc ?? DateTime.UtcNow.Date).Ticks).Append('\n');
        var known = new HashSet<string>(question.Known.Select(static file => file.Path), StringComparer.Ordinal);
        foreach (var entry in signed.Files[0].Folder.Content.Entries.Values.OrderBy(static entry => entry.Path, StringComparer.Ordinal))
        {
            if (known.Contains(entry.Path) || DeclaredPath.Same(entry.FullPath, question.Bundle))
                continue;

            var stat = FileStat.Of(entry.FullPath);
            if (!stat.Identity.HasChangeTime || stat.Identity.ChangedNs > HashCache.Now() - HashCache.RacyNs)
                return null;

            key.Append(entry.Path).Append('\0').Append(stat.Kind).Append(stat.Identity).Append('\n');
        }

        return Sha256Hex.Of(Encoding.UTF8.GetBytes(key.ToString()));
    }
}
