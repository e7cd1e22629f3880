using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1061: a client that accepts every certificate, in a type that fetches models.</summary>
internal sealed class CertificateNotChecked() : ModelRule(
    Rules.CertificateNotChecked, "Every certificate is accepted, and a model is downloaded here: whoever is on the way can serve another one; remove this")
{
    private const string AcceptsAny = "DangerousAcceptAnyServerCertificateValidator";

    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Tls && member.Name != AcceptsAny;

    public override void Analyze(SinkUse use)
    {
        if (use.Syntax is not AssignmentExpressionSyntax assignment || !AcceptsAll(ModelFlow.Plain(use.Arguments[0].Value)) || !ModelUrls.In(assignment))
            return;

        // In a build that only developers run it is not an error even where the mode is strict.
        var level = use.Project.Mode == Mode.Strict && IsForDebugging(assignment) ? Level.Warning : Rule.LevelIn(use.Project.Mode);
        use.Report(this, level, assignment.GetLocation(), null, Removal(assignment));
    }

    private static bool AcceptsAll(IOperation? callback) => callback switch
    {
        IDelegateCreationOperation creation => AcceptsAll(creation.Target),
        IPropertyReferenceOperation { Property: { Name: AcceptsAny, ContainingType: { } type } } => type.Is("HttpClientHandler", "Http", "Net", "System"),
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: true } }] } => true,
        _ => false,
    };

    /// <summary>Whether it stands between #if DEBUG and #endif.</summary>
    private static bool IsForDebugging(SyntaxNode node)
    {
        var open = new Stack<bool>();
        var root = (CSharpSyntaxNode)node.SyntaxTree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is EndIfDirectiveTriviaSyntax or BranchingDirectiveTriviaSyntax and not IfDirectiveTriviaSyntax && open.Count > 0)
                open.Pop();

            if (directive is IfDirectiveTriviaSyntax { Condition: var condition })
                open.Push(condition is IdentifierNameSyntax { Identifier.ValueText: "DEBUG" });
            else if (directive is BranchingDirectiveTriviaSyntax)
                open.Push(false);
        }

        return open.Contains(true);
    }

    private static ImmutableDictionary<string, string?>? Removal(AssignmentExpressionSyntax assignment)
    {
        switch (assignment.Parent)
        {
            // A statement that an if or else needs would leave nothing behind.
            case ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement:
                return TextEdits.Replace(WholeLines(statement), "");
            case InitializerExpressionSyntax { Expressions: var elements } initializer:
                var at = elements.IndexOf(assignment);
                var end = at < elements.SeparatorCount ? elements.GetSeparator(at).FullSpan.End : assignment.Span.End;
                var start = at == elements.Count - 1 && at > 0 && at >= elements.SeparatorCount ? elements.GetSeparator(at - 1).SpanStart : assignment.SpanStart;
                return HasComment(initializer) ? null : TextEdits.Replace(TextSpan.FromBounds(start, end), "");
            default:
                return null;
        }
    }

    private static TextSpan WholeLines(StatementSyntax statement)
    {
        var leading = statement.GetLeadingTrivia();
        // The indentation goes with it; comments and directives before it stay.
        var start = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? leading.Last().SpanStart : statement.SpanStart;
        var trailing = statement.GetTrailingTrivia();
        return TextSpan.FromBounds(start, trailing.All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? statement.FullSpan.End : statement.Span.End);
    }

    private static bool HasComment(InitializerExpressionSyntax initializer) =>
        initializer.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsDirective);
}
