using SupplyChainAnalyzers.Analyzers.Addresses;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1002: a hub client is told a branch, or an address that is fetched names one (<c>/resolve/main/</c>).</summary>
internal sealed class FloatingRevision() : ModelRule(Rules.FloatingRevision, "'{0}' of {1} is a branch, which can move; {2}")
{
    public override bool IsAbout(ApiMember member) => member.Class is ApiClass.Download or ApiClass.Load
        && ((member.Roles & ParameterRoles.Url) != 0 || Has(member, ParameterRoles.Repo | ParameterRoles.Revision));

    public override void Analyze(SinkUse use)
    {
        if (Has(use.Member, ParameterRoles.Repo | ParameterRoles.Revision))
        {
            foreach (var argument in use.With(ParameterRoles.Revision))
            {
                // What a library does when it is told nothing is for SCA1001.
                if (argument.IsOmitted)
                    continue;

                foreach (var value in argument.Values)
                    JudgeRevision(use, argument, value);
            }
        }

        foreach (var argument in use.With(ParameterRoles.Url))
        {
            foreach (var value in argument.Values)
                JudgeAddress(use, argument, value);
        }
    }

    private void JudgeRevision(SinkUse use, SinkArgument argument, StringValue value)
    {
        if (!value.IsComplete || !FloatingNames.Contains(value.Text, Rule.Id, use.Options))
            return;

        var name = FloatingNames.Short(value.Text);
        var repo = HubRepo.Of(use);
        var pin = repo is null ? null : use.Project.Lock.FindPin(repo, HubRepo.FileOf(use), name);
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

    private void JudgeAddress(SinkUse use, SinkArgument argument, StringValue value)
    {
        if (argument.Syntax is not { } syntax
            || ModelAddress.Parse(value.Text) is not { } address
            || !IsArtefact(address)
            || !FloatingNames.Contains(address.Reference, Rule.Id, use.Options))
            return;

        var name = FloatingNames.Short(address.Reference);
        var pin = address is { Kind: AddressKind.HuggingFace, Repo: { } repo } ? use.Project.Lock.FindPin(repo, address.File, name) : null;
        var (piece, offset) = value.PieceOf(address.Start, address.Length);
        var written = LiteralText.Find(piece, offset, address.Length);
        var isOwn = written is not null && argument.Holds(piece.Literal!);
        // A literal that others may read is changed only when it names the repository too.
        var canChange = isOwn || (written is not null && offset >= address.Start - address.RepoStart);
        use.Report(
            this,
            isOwn ? written! : syntax.GetLocation(),
            isOwn || written is null ? null : [written],
            pin is not null && canChange ? PinProperties.Of(pin, name, PinProperties.EditText) : null,
            Printable.Of(name), HubRepo.Show(address.Repo), NextStep.For(pin, use.Project.Lock));
    }

    // On a hub everything but what people read is the model; elsewhere only what is called like one.
    private static bool IsArtefact(ModelAddress address) =>
        address.Kind == AddressKind.GitHub ? ModelFileNames.IsModel(address.File) : !ModelFileNames.IsDocument(address.File);

    private static bool Has(ApiMember member, ParameterRoles roles) => (member.Roles & roles) == roles;
}
