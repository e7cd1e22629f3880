using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Asks the scanner for the format of files whose first bytes do not tell. They are parsed there and nowhere else, and
/// only once for the same bytes: an unchanged build starts no scanner.
/// </summary>
internal static class DeepFormats
{
    // Archives: what is inside decides, and of a zip that is listed at its end, whatever its first entries look like.
    // Pickles: whether they are plain data, a checkpoint or something else in disguise.
    private static readonly ModelFormat[] Unclear =
    [
        ModelFormats.Zip, ModelFormats.NumPyZip, ModelFormats.Keras, ModelFormats.Skops, ModelFormats.Mar,
        ModelFormats.Tar, ModelFormats.NeMo, ModelFormats.SevenZip, ModelFormats.GZip, ModelFormats.BZip2, ModelFormats.Xz,
        ModelFormats.Lzma, ModelFormats.Lz4, ModelFormats.ZLib, ModelFormats.Zstd, ModelFormats.Hdf5,
        ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorch, ModelFormats.PyTorchLegacy, ModelFormats.TorchScript,
    ];

    /// <summary>Whether the first bytes alone cannot tell what the file is.</summary>
    public static bool NeedsScanner(ModelFormat found) => Array.IndexOf(Unclear, found) >= 0;

    /// <summary>Puts the scanner's answers in place of what the first bytes told.</summary>
    public static void Identify(VerificationRun run, List<DeclaredFile> files)
    {
        var memory = new IdentifiedFormats(run.Request);
        files.RemoveAll(file => memory.Find(file) is { } format && Settle(run, file, format));
        if (files.Count == 0)
            return;

        if (run.Request.Scanner is not { } options)
        {
            Unavailable(run, files, "there is no scanner to look");
            return;
        }

        var requests = new ScanFile[files.Count];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = new ScanFile(files[i].OpenPath, files[i].Sha256);

        var results = ScannerClient.Scan(requests, options, run.Cancellation);
        if (IsolationNote.Of(results) is { } note)
            run.Report(files[0].Note(note.Rule, files[0].Entry.Region, note.Message));

        var unavailable = new List<DeclaredFile>();
        string? reason = null;
        for (var i = 0; i < requests.Length; i++)
        {
            // One machine without a runtime is one fault, however many files it leaves unclear.
            if (results[i].Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } only)
            {
                unavailable.Add(files[i]);
                reason ??= only.Message;
            }
            else
            {
                Take(run, files[i], results[i], memory);
            }
        }

        memory.Save();
        if (reason is not null)
            Unavailable(run, unavailable, reason);
    }

    private static void Unavailable(VerificationRun run, List<DeclaredFile> files, string reason)
    {
        var first = files[0];
        var others = files.Count == 1 ? "" : $" and {Shown.Number(files.Count - 1)} more";
        run.Report(first.Note(Rules.ScannerUnavailable, first.Entry.Region, $"The first bytes of {first.Name}{others} do not tell what is inside: {reason}; hashes and formats are verified"));
    }

    private static void Take(VerificationRun run, DeclaredFile file, ScanResult result, IdentifiedFormats memory)
    {
        var isPlain = true;
        foreach (var finding in result.Findings)
        {
            // That its format runs code is said once, by the lock's words or the scanner's, whichever is worse.
            if (finding.Rule == Rules.CodeFormat)
                continue;

            isPlain = false;
            run.Report(AtFile(file, finding));
        }

        if (result.Format is not { } format)
            return;

        // What there is more to say about stands in no memory: the file is asked about again.
        if (isPlain)
            memory.Put(file, format);

        Settle(run, file, format);
    }

    private static Finding AtFile(DeclaredFile file, Finding finding)
    {
        // The scanner knows no names; the launcher puts the path before its own words.
        var message = finding.Message.Length > 0 && finding.Message[0] == '\'' ? finding.Message : $"{file.Name} {finding.Message}";
        return new Finding(finding.Rule, message)
        {
            Severity = finding.Severity,
            Region = file.Entry.Region,
            Model = file.Model.Name,
            Subject = file.FullPath,
            Sha256 = file.Sha256,
            Member = finding.Member,
            Offset = finding.Offset,
        };
    }

    private static bool Settle(VerificationRun run, DeclaredFile file, ModelFormat format)
    {
        if (FormatCheck.Agrees(run, file, format))
            file.Format = format;

        return true;
    }
}
