using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary><c>hf download REPO</c> and <c>huggingface-cli download REPO</c>: the commit belongs into --revision.</summary>
internal static class HubCommand
{
    private static readonly string[] Switches = ["--quiet", "-q", "--force-download", "--resume-download", "--dry-run", "--no-quiet"];

    public static void Judge(ShellCommand command, SourceContext context, SourceNotes notes)
    {
        if (command.Words.Count < 3 || command.Words[1].Text != "download")
            return;

        var arguments = new CommandArguments(command.Words.Skip(2), Switches);
        if (arguments.Values.FirstOrDefault() is not { IsComplete: true } repo || !HubRepoName.IsRepo(repo.Text))
            return;

        var revision = arguments.Find("--revision");
        var isDataset = arguments.Find("--repo-type", "--type")?.Text == "dataset";
        var name = revision is { IsComplete: true } ? revision.Text : null;
        notes.Use(isDataset ? SourceFactKind.HubDataset : SourceFactKind.HubModel, repo.Text, name, null, repo.Start, repo.Length);
        if (revision is null ? arguments.IsOpen || arguments.Has("--revision") : name is null || RevisionAdvice.IsCommit(name))
            return;

        var file = arguments.Values.Count > 1 && arguments.Values[1].IsComplete ? arguments.Values[1].Text : null;
        var pin = context.Pins.Find(isDataset ? "datasets/" + repo.Text : repo.Text, file, name);
        notes.Report(
            Rules.CommandWithoutPin,
            $"{RevisionAdvice.Fault(repo.Text, name)}; {RevisionAdvice.Step(pin, context.Pins)}",
            (revision ?? repo).Start,
            (revision ?? repo).Length,
            pin is null ? null
                : revision is null ? new SourceEdit(repo.End, 0, " --revision " + pin.Commit)
                : new SourceEdit(revision.Start, revision.Length, pin.Commit));
    }
}
