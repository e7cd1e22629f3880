using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// SCA2107: declared and found format contradict each other. SCA3002: the format can run code. SCA5113: the policy does
/// not allow it. For files whose bytes are the declared ones, or that have no declared bytes.
/// </summary>
internal static class FormatCheck
{
    /// <summary>Compares by the first bytes, then by the structure that the scanner finds.</summary>
    public static void Run(VerificationRun run)
    {
        foreach (var file in run.Files)
        {
            if (file is { IsOpen: true, Format: { } found })
                Agrees(run, file, found);
        }

        if (run.Request.InspectContent)
            ContentInspection.Run(run);

        foreach (var file in run.Files)
        {
            if (file is { IsOpen: true, Format: { } found })
                Judge(run, file, found);
        }
    }

    /// <summary>Reports SCA2107 when they contradict each other.</summary>
    public static bool Agrees(VerificationRun run, DeclaredFile file, ModelFormat found)
    {
        var declared = ModelFormats.Find(file.Entry.Format);
        if (declared is not null && FormatMatch.Agrees(declared, found))
            return true;

        run.Report(Contradiction(file, found));
        return false;
    }

    /// <summary>SCA2107, with both names.</summary>
    public static Finding Contradiction(DeclaredFile file, ModelFormat found)
    {
        var code = found.RunsCode ? ", which can run code when it is opened; do not load it" : $"; restore it, or {file.LockCommand}";
        return file.Fault(Rules.FileFormat, file.Entry.FormatRegion, $"{file.Name} is declared as {Text.Printable.Of(file.Entry.Format)} but has the format {found.Name} ({found.Id}){code}");
    }

    private static void Judge(VerificationRun run, DeclaredFile file, ModelFormat found)
    {
        // The first bytes may say less than the lock (a Keras archive begins like any zip): the worse of both counts.
        var declared = ModelFormats.Find(file.Entry.Format) ?? found;
        var worse = found.RunsCode ? found : declared;
        if (worse.RunsCode)
            run.Report(file.Note(Rules.CodeFormat, file.Entry.Region, $"{file.Name} has the format {worse.Name} ({worse.Id}), which can run code when it is opened; use safetensors or onnx"));

        foreach (var format in declared == found || !found.IsModel ? [declared] : new[] { declared, found })
        {
            if (run.Policy.Formats.WhyNot(format.Id) is not { } reason)
                continue;

            run.Report(file.Note(Rules.FormatNotAllowed, file.Entry.Region, $"{file.Name} has the format {format.Name} ({format.Id}); {reason}; use a format the policy allows"));
            return;
        }
    }
}
