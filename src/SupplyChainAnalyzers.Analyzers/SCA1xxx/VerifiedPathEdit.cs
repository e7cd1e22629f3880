using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>From a path to that of a verified private copy, for libraries that take nothing else. The copy lives as long as the block around the call.</summary>
internal static class VerifiedPathEdit
{
    private const string Open = ".OpenVerifiedPath()";

    // A word at the end of the type: it holds the path until somebody else loads the file.
    private static readonly string[] Settings = ["Config", "Options", "Params", "Parameter", "Builder"];

    /// <summary>Null where the file may be read when the block has ended, or where no declaration can stand before the call.</summary>
    public static ImmutableDictionary<string, string?>? For(SinkUse use, ExpressionSyntax path, string container, string accessor)
    {
        if (!IsReadByTheCall(use) || ((CSharpParseOptions)use.Syntax.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8 || StatementAround(use.Syntax) is not { } statement)
            return null;

        var name = NameFor(use, path, statement, accessor);
        return TextEdits.Of(
            new TextChange(new TextSpan(statement.SpanStart, 0), $"using var {name} = {container}{accessor}{Open};{Behind(statement)}"),
            new TextChange(path.Span, name + ".Path"));
    }

    private static bool IsReadByTheCall(SinkUse use)
    {
        if (use.Symbol is not IMethodSymbol method)
            return false;

        // What owns nothing that has to be closed has loaded nothing yet: it is settings for somebody who does.
        if (method.MethodKind == MethodKind.Constructor)
            return IsSettings(method.ContainingType) || !method.ContainingType.AllInterfaces.Any(static type => type.Name == nameof(IDisposable)) ? IsLoadedHere(use) : true;

        if (IsSettings(method.ContainingType) || IsSettings(method.ReturnType))
            return false;

        if (method.ReturnType.Name is "Task" or "ValueTask")
            return use.Syntax.Parent is AwaitExpressionSyntax;

        // A builder gives itself back, and builds later.
        var receiver = method.ReducedFrom?.Parameters[0].Type ?? (method.IsExtensionMethod ? method.Parameters[0].Type : method.IsStatic ? null : method.ContainingType);
        return IsLoad(method.Name) || !SymbolEqualityComparer.Default.Equals(method.ReturnType, receiver);
    }

    /// <summary>Whether settings go into a call that loads, directly or from a local that goes into calls only.</summary>
    private static bool IsLoadedHere(SinkUse use)
    {
        if (use.Syntax.Parent is ArgumentSyntax direct)
            return IsLoading(direct);

        if (use.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } || local.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
            return false;

        var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText).ToArray();
        return Array.TrueForAll(uses, name => name.Parent is ArgumentSyntax && !name.Ancestors().TakeWhile(node => node != block).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            && Array.Exists(uses, static name => IsLoading((ArgumentSyntax)name.Parent!));
    }

    // Of a task that is not awaited nobody knows when it is done.
    private static bool IsLoading(ArgumentSyntax argument) => argument.Parent?.Parent is InvocationExpressionSyntax invocation
        && NameOf(invocation) is { } name && IsLoad(name) && (!name.EndsWith("Async", StringComparison.Ordinal) || invocation.Parent is AwaitExpressionSyntax);

    private static string? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsLoad(string name) => name.StartsWith("Load", StringComparison.OrdinalIgnoreCase);

    private static bool IsSettings(ITypeSymbol type) => Settings.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal));

    // A lambda runs when it likes: its own block, or none.
    private static StatementSyntax? StatementAround(SyntaxNode call)
    {
        foreach (var node in call.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
                return null;
            if (node is StatementSyntax statement)
                return statement.Parent is BlockSyntax or GlobalStatementSyntax && statement is not LocalFunctionStatementSyntax ? statement : null;
        }

        return null;
    }

    // Fix All makes every change at once: the second use of a path needs a name of its own already now.
    private static string NameFor(SinkUse use, ExpressionSyntax path, StatementSyntax statement, string accessor)
    {
        var name = "verified" + accessor.Replace(".", "");
        var member = statement.Ancestors().First(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        var number = 1 + member.DescendantNodes().OfType<ArgumentSyntax>().Count(other => other.Expression.SpanStart < path.SpanStart && SyntaxFactory.AreEquivalent(other.Expression, path));
        while (use.Model.LookupSymbols(statement.SpanStart, name: Numbered(name, number)).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol))
            number++;

        return Numbered(name, number);
    }

    private static string Numbered(string name, int number) => number == 1 ? name : name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // On a line of its own where the statement has one.
    private static string Behind(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        return before.Trim().Length > 0 ? " " : (line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n") + before;
    }
}
