using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.SCA1xxx;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>A rule about what stands where a commit belongs: given to a hub client, or as a part of an address. The message takes the name, the repository and the next step.</summary>
internal abstract class RevisionRule(Rule rule, string messageFormat) : AddressRule(rule, messageFormat)
{
    /// <inheritdoc/>
    protected sealed override bool IsAnsweredByDigest => true;

    /// <inheritdoc/>
    public sealed override bool IsAbout(ApiMember member) => base.IsAbout(member) || (member.Class is ApiClass.Download or ApiClass.Load && TakesRevision(member));

    /// <inheritdoc/>
    public sealed override void Analyze(SinkUse use)
    {
        if (TakesRevision(use.Member))
        {
            foreach (var argument in use.With(ParameterRoles.Revision))
            {
                // What a library does when it is told nothing is for SCA1001.
                if (argument.IsOmitted)
                    continue;

                foreach (var value in argument.Values)
                    JudgeArgument(use, argument, value);
            }
        }

        base.Analyze(use);
    }

    /// <summary>Whether the rule speaks about a revision.</summary>
    protected abstract bool Concerns(string reference, SinkUse use);

    /// <summary>The commit that models.lock has in place of it.</summary>
    protected virtual Pin? FindPin(LockFacts facts, string repo, string? file, string reference) => facts.FindPin(repo, file, reference);

    /// <inheritdoc/>
    protected sealed override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (address.Model is not { Kind: not AddressKind.GitHubLatest } model || !model.IsArtefact || !Concerns(model.Reference, use) || use.Project.Lock.Covers(address.Text))
            return null;

        var name = BranchNames.Plain(model.Reference);
        var pin = model is { Kind: AddressKind.HuggingFace, Repo: { } repo } ? FindPin(use.Project.Lock, repo, model.File, name) : null;
        return new AddressFault(
            model.Start,
            model.Length,
            [Printable.Of(name), HubRepo.Show(model.Repo), model.Kind == AddressKind.GitHubRelease ? NextStep.ForAsset : NextStep.For(pin, use.Project.Lock)],
            pin is null ? null : PinProperties.Of(pin, name, PinProperties.EditText),
            model.RepoStart,
            model.Start + model.Length);
    }

    private void JudgeArgument(SinkUse use, SinkArgument argument, StringValue value)
    {
        if (!value.IsComplete || !Concerns(value.Text, use))
            return;

        var name = BranchNames.Plain(value.Text);
        var repo = HubRepo.Of(use);
        var pin = repo is null ? null : FindPin(use.Project.Lock, repo, HubRepo.FileOf(use), name);
        var written = value.Pieces is [{ Literal: { } literal } piece] && argument.Holds(literal) ? LiteralText.Find(piece, 0, piece.Text.Length) : null;
        // A name from elsewhere may serve other repositories: then the argument changes, not the name. A choice is left alone.
        var canReplace = written is not null || (argument.Values.Count == 1 && !value.IsFallback);
        use.Report(
            this,
            written ?? argument.Syntax!.GetLocation(),
            null,
            pin is not null && canReplace ? PinProperties.Of(pin, name, written is null ? PinProperties.EditExpression : PinProperties.EditText) : null,
            Printable.Of(name), HubRepo.Show(repo), NextStep.For(pin, use.Project.Lock));
    }

    private static bool TakesRevision(ApiMember member) => (member.Roles & (ParameterRoles.Repo | ParameterRoles.Revision)) == (ParameterRoles.Repo | ParameterRoles.Revision);
}
