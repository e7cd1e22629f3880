using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking.HuggingFace;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>Decides what the lock says of a model's source, from what it said and what lies beside the files.</summary>
internal sealed class SourceChooser(string model, string? hubRepository, LockFindings findings)
{
    /// <summary>The source to write; null when none is known.</summary>
    /// <param name="before">What the lock says: null or a Hugging Face repository.</param>
    /// <param name="evidence">What lies beside the files; null when nothing does.</param>
    /// <param name="isSame">Whether the files are those the lock declares.</param>
    public ModelSource? Choose(ModelSource? before, SourceEvidence? evidence, bool isSame)
    {
        if (evidence?.Contradiction is { } file)
        {
            findings.Add(new Finding(
                Rules.LockSourceContradicted,
                $"'{Printable.Of(file)}' is not the file that was downloaded from {Place(evidence.Repository ?? before?.Repo)} at {evidence.Commit}, so no source is recorded for {model}; download it again")
            {
                Model = model,
            });
            return null;
        }

        if (evidence is null)
            return Unproven(before, isSame);

        var repository = evidence.Repository ?? hubRepository ?? before?.Repo;
        if (repository is null)
        {
            findings.Add(new Finding(
                Rules.LockSourceIncomplete,
                $"{model} was downloaded from a Hugging Face repository at {evidence.Commit}, but nothing beside it says which; run: models lock {model} --repo OWNER/NAME")
            {
                Model = model,
            });
            return null;
        }

        return new ModelSource
        {
            Type = SourceType.HuggingFace,
            Repo = repository,
            Revision = evidence.Commit,
            ResolvedFrom = before?.Revision == evidence.Commit && before.Repo == repository && before.ResolvedFrom is { } name ? name : evidence.Names.Count == 0 ? null : evidence.Names[0],
        };
    }

    // Other bytes under the old source: perhaps the source is another one now.
    private ModelSource? Unproven(ModelSource? before, bool isSame)
    {
        if (before is not null && !isSame)
        {
            findings.Add(new Finding(
                Rules.LockSourceStale,
                $"{model} has changed, but models.lock still says it is {Place(before.Repo)} at {before.Revision}, and nothing beside the files proves it; correct source by hand if it moved")
            {
                Model = model,
            });
        }

        return before;
    }

    private static string Place(string? repository) => repository is null ? "a Hugging Face repository" : $"'{Printable.Of(repository)}'";
}
