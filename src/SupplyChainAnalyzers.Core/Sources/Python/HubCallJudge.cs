using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>SCA1024: what a library loads from a hub must say at which commit.</summary>
internal sealed class HubCallJudge(string source, SourceContext context, SourceNotes notes)
{
    public void Judge(PythonCall call)
    {
        if (call.Function is "torch.hub.load" or "torch.hub.help" or "torch.hub.list")
            TorchHub(call);
        else if (HubFunctions.Find(call) is { } function)
            Hub(call, function);
    }

    private void Hub(PythonCall call, HubFunction function)
    {
        if (call.Find(function.Repo, function.RepoNames) is not { Value.Constant: { } repo } argument || !IsRepo(repo, function)
            || call.Find(-1, "local_files_only") is { Value.Kind: not PythonValueKind.False })
            return;

        var isDataset = function.IsDataset || call.Find(-1, "repo_type") is { Value.Constant: "dataset" };
        var revision = call.Find(function.Revision, "revision", "commit_id");
        notes.Use(isDataset ? SourceFactKind.HubDataset : SourceFactKind.HubModel, repo, revision?.Value.Constant, null, argument.Start, argument.End - argument.Start);
        // What cannot be resolved may be a commit, and a dictionary may hold one.
        if (revision is null ? call.IsOpen : revision.Value is { IsFallback: true } or { Constant: null, Kind: not PythonValueKind.None })
            return;

        var name = revision?.Value.Constant;
        if (name is not null && RevisionAdvice.IsCommit(name))
            return;

        var pin = context.Pins.Find(isDataset ? "datasets/" + repo : repo, call.Find(1, "filename")?.Value.Constant, name);
        notes.Report(
            Rules.UnsafePythonLoad,
            $"{RevisionAdvice.Fault(repo, name)}; {RevisionAdvice.Step(pin, context.Pins)}",
            revision?.Start ?? call.Start,
            revision is null ? call.End - call.Start : revision.End - revision.Start,
            pin is null ? null : Edit(call, revision, pin));
    }

    private static bool IsRepo(string text, HubFunction function) =>
        HubRepoName.IsRepo(text) || (function.IsDataset ? CanonicalNames.IsDataset(text) : CanonicalNames.IsModel(text) || (function.IsSentences && CanonicalNames.IsSentenceModel(text)));

    // OWNER/NAME[:BRANCH_OR_TAG_OR_COMMIT] of GitHub, whose hubconf.py is run.
    private void TorchHub(PythonCall call)
    {
        if (call.Find(0, "repo_or_dir", "github") is not { Value.Constant: { } text } argument || call.Find(-1, "source") is { Value.Constant: not "github" })
            return;

        var colon = text.IndexOf(':');
        var repo = colon < 0 ? text : text.Substring(0, colon);
        var reference = colon < 0 ? null : text.Substring(colon + 1);
        if (HubRepoName.IsRepo(repo) && (reference is null || !RevisionAdvice.IsCommit(reference)))
        {
            notes.Report(
                Rules.UnsafePythonLoad,
                $"{RevisionAdvice.Fault(repo, reference)}, and its hubconf.py is run; write '{repo}:' and the 40-digit commit",
                argument.Start,
                argument.End - argument.Start);
        }
    }

    private SourceEdit? Edit(PythonCall call, PythonArgument? revision, Pin pin)
    {
        var value = "'" + pin.Commit + "'";
        if (revision is null)
            return new SourceEdit(call.Arguments[call.Arguments.Count - 1].End, 0, ", revision=" + value);

        // Only what is written here: a name may serve other repositories.
        return source[revision.Start] is '"' or '\'' || revision.Value.Kind == PythonValueKind.None
            ? new SourceEdit(revision.Start, revision.End - revision.Start, value)
            : null;
    }
}
