using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Names;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1007: a repository on the hub, named to a client or in an address, looks like a well-known one.</summary>
internal sealed class LookAlikeRepository() : AddressRule(Rules.LookAlikeRepository, "'{0}' looks like '{1}' {2}; make sure that it is the one you mean")
{
    // The others speak about the revision or the host; the name is another fault.
    protected override bool StandsApart => true;

    public override bool IsAbout(ApiMember member) => base.IsAbout(member) || RolesOf(member) != ParameterRoles.None;

    public override void Analyze(SinkUse use)
    {
        var roles = RolesOf(use.Member);
        if (roles != ParameterRoles.None)
            JudgeArguments(use, [.. use.With(roles).Where(static argument => !argument.IsOmitted && argument.Syntax is not null)]);

        base.Analyze(use);
    }

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (address.Model is not { Kind: AddressKind.HuggingFace, Repo: { } repo } model || Find(use, repo) is not { } like)
            return null;

        return new AddressFault(model.RepoStart, repo.Length, Describe(repo, like), Fix(like), model.RepoStart, model.RepoStart + repo.Length);
    }

    private static ParameterRoles RolesOf(ApiMember member) => member.Class switch
    {
        ApiClass.Download or ApiClass.Load or ApiClass.Metadata or ApiClass.Tokenizer when (member.Roles & ParameterRoles.Repo) != 0 => ParameterRoles.Repo,
        ApiClass.Alias when HostedProvider.Of(member) == HostedProvider.HuggingFace => ParameterRoles.ModelName & member.Roles,
        _ => ParameterRoles.None,
    };

    private void JudgeArguments(SinkUse use, SinkArgument[] arguments)
    {
        // Owner and name apart: nothing to be replaced in one place.
        if (arguments.Length == 2)
        {
            if (HubRepo.Of(use) is { } repo && Find(use, repo) is { } like)
                use.Report(this, arguments[1].Syntax!.GetLocation(), null, null, Describe(repo, like));

            return;
        }

        foreach (var argument in arguments)
        {
            foreach (var value in argument.Values)
            {
                if (!value.IsComplete || Find(use, value.Text) is not { } like)
                    continue;

                var written = value.Pieces is [{ Literal: { } literal } piece] && argument.Holds(literal) ? LiteralText.Find(piece, 0, piece.Text.Length) : null;
                use.Report(this, written ?? argument.Syntax!.GetLocation(), null, written is null ? null : Fix(like), Describe(value.Text, like));
            }
        }
    }

    private LookAlike? Find(SinkUse use, string repo)
    {
        if (HubNames.Find(repo) is not { } like)
            return null;

        var owner = repo.Substring(0, Math.Max(0, repo.IndexOf('/')));
        return use.Options.Matches(Rule.Id, "allowed_lookalikes", repo) || use.Options.Matches(Rule.Id, "trusted_orgs", owner)
            || TrustedRepositories.Contain(use.Project.AllowedSources, repo) ? null : like;
    }

    private static object[] Describe(string repo, LookAlike like) => [Printable.Of(repo), Printable.Of(like.Known), like.Reason];

    // Somebody else's copy or a later version may be what is meant; nobody means a slip of the hand.
    private static System.Collections.Immutable.ImmutableDictionary<string, string?>? Fix(LookAlike like) =>
        like.Kind is LookAlikeKind.SameLook or LookAlikeKind.Owner or LookAlikeKind.Misspelling ? PinProperties.ReplaceByName(like.Known) : null;
}
