using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>The arguments of a process that are given one by one: a list at the call, in <c>ArgumentList</c>, or added to it.</summary>
internal sealed class StartedArguments
{
    private const string List = "ArgumentList";

    // Stands between two arguments: no literal's.
    private static readonly StringPiece Separator = new("\n", null);

    private readonly IReadOnlyList<ExpressionSyntax> _written;

    private StartedArguments(SinkUse use, IReadOnlyList<ExpressionSyntax> written)
    {
        _written = written;
        var pieces = new List<StringPiece>();
        var words = new List<(int Start, int End)>();
        var length = 0;
        foreach (var expression in written)
        {
            // Of several that it can be none is certain.
            var value = use.Model.GetOperation(expression, use.Cancellation) is { } operation && use.Strings.Evaluate(operation) is [var only] ? only : StringValue.Unknown;
            pieces.AddRange(value.Pieces);
            pieces.Add(Separator);
            words.Add((length, length + value.Text.Length));
            length += value.Text.Length + Separator.Text.Length;
        }

        Value = new StringValue([.. pieces]);
        Words = words;
    }

    /// <summary>All of them, one behind the other.</summary>
    public StringValue Value { get; }

    /// <summary>Where each stands in <see cref="Value"/>.</summary>
    public IReadOnlyList<(int Start, int End)> Words { get; }

    /// <summary>Null when none are given in such a way.</summary>
    public static StartedArguments? Of(SinkUse use)
    {
        var written = use.With(ParameterRoles.CommandArgs).SelectMany(static argument => argument.Syntax is ExpressionSyntax list ? Elements(list) : []).ToList();
        if (use.Syntax is BaseObjectCreationExpressionSyntax creation)
            written.AddRange(InInitializer(creation).Concat(Added(creation)));

        return written.Count == 0 ? null : new StartedArguments(use, written);
    }

    /// <summary>Whether <paramref name="node"/> is written in one of them.</summary>
    public bool Hold(SyntaxNode node) => _written.Any(expression => expression.Span.Contains(node.Span));

    /// <summary>What code calls the object that is made here: a local, or a property of one; null when it has no name.</summary>
    public static ExpressionSyntax? NameOf(BaseObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => SyntaxFactory.IdentifierName(local.Identifier.WithoutTrivia()),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax outer }, Left: IdentifierNameSyntax property } when NameOf(outer) is { } name =>
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, name, property.WithoutTrivia()),
        AssignmentExpressionSyntax assignment when assignment.Right == creation => assignment.Left,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        CollectionExpressionSyntax items when items.Elements.All(static element => element is ExpressionElementSyntax) => items.Elements.Select(static element => ((ExpressionElementSyntax)element).Expression),
        _ => [],
    };

    // new ProcessStartInfo { ArgumentList = { "pull", "phi3" } }
    private static IEnumerable<ExpressionSyntax> InInitializer(BaseObjectCreationExpressionSyntax creation) =>
        from assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? []
        where assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: List }, Right: InitializerExpressionSyntax }
        from item in ((InitializerExpressionSyntax)assignment.Right).Expressions
        select item;

    // info.ArgumentList.Add("pull"); further down in the same member.
    private static IEnumerable<ExpressionSyntax> Added(BaseObjectCreationExpressionSyntax creation)
    {
        if (NameOf(creation) is not { } name)
            return [];

        var member = creation.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax);
        return from call in member?.DescendantNodes().OfType<InvocationExpressionSyntax>() ?? []
               where call.SpanStart > creation.SpanStart
                   && call is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: List } list } }
                   && SyntaxFactory.AreEquivalent(list.Expression, name)
               select call.ArgumentList.Arguments[0].Expression;
    }
}
