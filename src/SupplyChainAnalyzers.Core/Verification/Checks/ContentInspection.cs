using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Caching;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Has the scanner look inside every file that a loader interprets, once for the same bytes: an unchanged build starts no scanner.
/// Its answer says what the file is by structure, and what is wrong with it.
/// </summary>
internal static class ContentInspection
{
    // Bytes that another file of the model describes: nothing in them is interpreted, and they have no structure to look at.
    private static readonly ModelFormat[] Plain = [ModelFormats.Raw, ModelFormats.OpenVinoBin];

    /// <summary>Reports what is wrong, and puts the format by structure in place of what the first bytes told.</summary>
    public static void Run(VerificationRun run)
    {
        var files = run.Files.Where(IsInterpreted).ToList();
        if (files.Count == 0)
            return;

        if (run.Request.Scanner is not { } options)
        {
            Unavailable(run, files, "there is no scanner to look");
            return;
        }

        var cache = ScanCache.Open(run.Request.CacheDirectory, run.Request.LockPath, options);
        var (first, remembered) = (files[0], new List<ScanResult>());
        files.RemoveAll(file => cache?.Find(Asked(file)) is { } known && Take(run, file, known, remembered));
        var asked = files.Count > 0 ? Ask(run, files, options, cache) : [];

        // It is said of what is remembered only to whom it matters, or it would be said in every build.
        var counting = run.Policy.Scan.RequireIsolation?.Value == true ? asked.Concat(remembered) : asked;
        if (IsolationNote.Of(counting) is { } note)
            run.Report(first.Note(note.Rule, first.Entry.Region, note.Message));
    }

    private static bool IsInterpreted(DeclaredFile file) => file is { IsOpen: true, Format: { } found }
        && found != ModelFormats.Empty
        && !(found == ModelFormats.Unknown && Array.IndexOf(Plain, ModelFormats.Find(file.Entry.Format)) >= 0);

    // By the name it has in the lock: that is what a loader sees, also where a link leads to the bytes.
    private static ScanFile Asked(DeclaredFile file) => new(file.FullPath, file.Sha256, PathRules.Join(file.Model.Path, file.Entry.Path));

    private static IReadOnlyList<ScanResult> Ask(VerificationRun run, List<DeclaredFile> files, ScannerOptions options, ScanCache? cache)
    {
        var results = ScannerClient.Scan(files.ConvertAll(Asked), options, run.Cancellation);
        var unavailable = new List<DeclaredFile>();
        string? reason = null;
        for (var i = 0; i < files.Count; i++)
        {
            // One machine without a runtime is one fault, however many files it leaves unknown.
            if (results[i].Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } only)
            {
                unavailable.Add(files[i]);
                reason ??= only.Message;
                continue;
            }

            cache?.Put(results[i]);
            Take(run, files[i], results[i]);
        }

        cache?.Save(isWhole: run.Request.Scope is null && unavailable.Count == 0);
        if (reason is not null)
            Unavailable(run, unavailable, reason);

        return results;
    }

    private static void Unavailable(VerificationRun run, List<DeclaredFile> files, string reason)
    {
        var first = files[0];
        var others = files.Count == 1 ? "" : $" and {Shown.Number(files.Count - 1)} more";
        run.Report(first.Note(Rules.ScannerUnavailable, first.Entry.Region, $"The content of {first.Name}{others} was not inspected: {reason}; hashes and formats are verified"));
    }

    private static bool Take(VerificationRun run, DeclaredFile file, ScanResult result, List<ScanResult>? remembered = null)
    {
        remembered?.Add(result);
        file.Content = result;
        foreach (var finding in ContentFindings.Of(run.Policy, file, result))
            run.Report(finding);

        if (result.Format is { } format && FormatCheck.Agrees(run, file, format))
            file.Format = format;

        return true;
    }
}
