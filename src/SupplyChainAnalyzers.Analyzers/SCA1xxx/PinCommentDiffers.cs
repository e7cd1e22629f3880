using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>
/// SCA1008: the comment behind a commit says something else than models.lock. A comment can lie: a good-looking name beside a
/// commit that nobody reviewed.
/// </summary>
internal sealed class PinCommentDiffers() : ModelRule(Rules.PinCommentDiffers, "The comment says that this is '{0}', and models.lock {1}")
{
    private const int CommitLength = 40;
    private const int ShownDigits = 12;

    public override bool JudgesWritten => true;

    public override bool IsAbout(ApiMember member) => member.Class is ApiClass.Download or ApiClass.Load
        && ((member.Roles & ParameterRoles.Url) != 0 || (member.Roles & (ParameterRoles.Repo | ParameterRoles.Revision)) == (ParameterRoles.Repo | ParameterRoles.Revision));

    public override void Analyze(SinkUse use)
    {
        if (!use.Project.Lock.IsUsable)
            return;

        foreach (var argument in use.Arguments)
        {
            if (argument.IsOmitted)
                continue;

            foreach (var value in argument.Values)
            {
                if ((argument.Roles & ParameterRoles.Revision) != 0 && value.IsComplete && HubRepo.Of(use) is { } repo)
                    Judge(use, argument, value, repo, HubRepo.FileOf(use), 0, value.Text.Length);
                else if ((argument.Roles & ParameterRoles.Url) != 0 && argument.AddressOf(value)?.Model is { Kind: AddressKind.HuggingFace, Repo: { } named } address)
                    Judge(use, argument, value, named, address.File, address.Start, address.Length);
            }
        }
    }

    private void Judge(SinkUse use, SinkArgument argument, StringValue value, string repo, string? file, int start, int length)
    {
        var commit = value.Text.Substring(start, length);
        var (piece, offset) = value.PieceOf(start, length);
        if (!Hex.Is(commit, CommitLength)
            || piece.Literal is not { } literal
            || !argument.Holds(literal)
            || LiteralText.Find(piece, offset, length) is not { } place
            || CommentBehind(literal) is not { } comment
            || PinComment.NameIn(comment.ToString()) is not { } name)
            return;

        var pins = use.Project.Lock.Pins;
        if (pins.FindCommit(repo, commit) is { } same)
        {
            if (same.Name is { } known && known != name)
                Report(PinComment.Of(known) is { } text ? PinProperties.Replace(text) : null, null, $"has this commit as '{Printable.Of(known)}'; correct the comment");
        }
        else if (pins.Find(repo, file, name) is { } other)
        {
            Report(PinProperties.Of(other, name, PinProperties.EditText), place, $"has another commit for it, {other.Commit.Substring(0, ShownDigits)}…; pin that, or lock this one: run: models lock");
        }
        else if (!pins.Know(repo))
        {
            Report(null, null, $"has no commit of {HubRepo.Show(repo)}; declare the model: run: models lock");
        }

        void Report(ImmutableDictionary<string, string?>? properties, Location? edited, string what) =>
            use.Report(this, comment.GetLocation(), edited is null ? null : [edited], properties, Printable.Of(name), what);
    }

    // Behind the whole of an interpolated string, and of those around it.
    private static SyntaxTrivia? CommentBehind(SyntaxNode literal)
    {
        var whole = literal.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().LastOrDefault() ?? literal;
        foreach (var trivia in whole.GetLastToken().TrailingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                return trivia;
        }

        return null;
    }
}
