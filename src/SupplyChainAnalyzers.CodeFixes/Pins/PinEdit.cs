using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>
/// The changes that mend one download: the commit, and the human name as a comment behind the literal; or another text in place
/// of a part of it. Changes are of text, so that layout, line ends and comments around them stay as they are.
/// </summary>
internal sealed class PinEdit
{
    private const int CommitLength = 40;

    private PinEdit(SyntaxTree tree, IReadOnlyList<TextChange> changes)
    {
        Tree = tree;
        Changes = changes;
    }

    /// <summary>The file to change; not always the one the diagnostic stands in.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>In order, without overlap.</summary>
    public IReadOnlyList<TextChange> Changes { get; }

    /// <summary>Null when the diagnostic carries no change: then there is nothing right to do.</summary>
    public static PinEdit? For(Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (TextEdits.In(diagnostic) is { Length: > 0 } changes && diagnostic.Location.SourceTree is { } own)
            return new PinEdit(own, changes);

        var properties = diagnostic.Properties;
        var place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        if (place.SourceTree is { } written && properties.TryGetValue(PinProperties.Text, out var text) && text is not null)
            return new PinEdit(written, [new TextChange(place.SourceSpan, text)]);

        if (!properties.TryGetValue(PinProperties.Commit, out var commit) || !Hex.Is(commit, CommitLength)
            || !properties.TryGetValue(PinProperties.Edit, out var edit)
            || place.SourceTree is not { } tree)
            return null;

        properties.TryGetValue(PinProperties.Name, out var name);
        var comment = name is null ? null : PinComment.Of(name);
        var root = tree.GetRoot(cancellation);
        var pinned = edit switch
        {
            PinProperties.EditText => InsideLiteral(root, place.SourceSpan, commit!, comment),
            PinProperties.EditExpression => InPlaceOf(root, place.SourceSpan, commit!, comment),
            PinProperties.EditArgument when properties.TryGetValue(PinProperties.Parameter, out var parameter) => AsArgument(root, place.SourceSpan, parameter!, commit!, comment),
            _ => null,
        };
        return pinned is null ? null : new PinEdit(tree, pinned);
    }

    private static TextChange[] InsideLiteral(SyntaxNode root, TextSpan reference, string commit, string? comment)
    {
        var token = root.FindToken(reference.Start);
        // Behind the whole of an interpolated string, and of those around it.
        var end = token.Parent!.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().LastOrDefault()?.GetLastToken() ?? token;
        return [new TextChange(reference, commit), Behind(end, comment)];
    }

    private static TextChange[] InPlaceOf(SyntaxNode root, TextSpan expression, string commit, string? comment) =>
        [new TextChange(expression, Quoted(commit)), Behind(root.FindToken(expression.End - 1), comment)];

    private static TextChange[]? AsArgument(SyntaxNode root, TextSpan name, string parameter, string commit, string? comment)
    {
        var written = SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? parameter : "@" + parameter;
        var text = $"{written}: {Quoted(commit)}{(comment is null ? "" : " " + comment)}";
        return root.FindNode(name).AncestorsAndSelf().Select(node => TextEdits.Insertion(node, text)).FirstOrDefault(static change => change is not null) is { } change ? [change] : null;
    }

    /// <summary>Puts the comment behind a token, in place of one of ours that stands there already.</summary>
    private static TextChange Behind(SyntaxToken token, string? comment)
    {
        var end = token.Span.End;
        foreach (var trivia in token.TrailingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && PinComment.NameIn(trivia.ToString()) is not null)
                end = trivia.Span.End;
            else if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                break;
        }

        return new TextChange(TextSpan.FromBounds(token.Span.End, end), comment is null ? "" : " " + comment);
    }

    private static string Quoted(string commit) => "\"" + commit + "\"";
}
