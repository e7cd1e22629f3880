using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>
/// Files that a type writes itself: what a training program saves and loads again can stand in no lock. It goes by form, because
/// it only ever makes us silent: a call whose name says that it writes, with the same name or the same text as an argument.
/// </summary>
internal sealed class WrittenFiles
{
    private static readonly ConditionalWeakTable<SyntaxNode, WrittenFiles> Known = new();

    private static readonly string[] Verbs = ["Save", "Write", "Download", "Export", "Copy", "Move", "Extract", "Dump", "Store", "OpenWrite", "AppendAll"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);

    private WrittenFiles(SyntaxNode scope)
    {
        foreach (var node in scope.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax invocation when Writes(invocation):
                    Add(invocation.ArgumentList);
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } when arguments.Arguments.Any(static argument => IsWritingMode(argument.Expression)):
                    Add(arguments);
                    break;
            }
        }
    }

    /// <summary>Whether the type around <paramref name="use"/> writes what is loaded there.</summary>
    public static bool Near(SyntaxNode use, string path)
    {
        SyntaxNode? scope = use.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        scope ??= use.SyntaxTree.GetRoot();
        var written = Known.GetValue(scope, static scope => new WrittenFiles(scope));
        return written._texts.Contains(path) || (NameOf(use) is { } name && written._names.Contains(name));
    }

    private static bool Writes(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "File" }, Name.Identifier.ValueText: "Create" } => true,
        MemberAccessExpressionSyntax member => IsVerb(member.Name),
        MemberBindingExpressionSyntax member => IsVerb(member.Name),
        SimpleNameSyntax name => IsVerb(name),
        _ => false,
    };

    private static bool IsVerb(SimpleNameSyntax name) =>
        Array.Exists(Verbs, verb => name.Identifier.ValueText.StartsWith(verb, StringComparison.OrdinalIgnoreCase));

    // FileMode.Create, FileMode.CreateNew, FileAccess.Write
    private static bool IsWritingMode(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "FileMode" or "FileAccess" }, Name.Identifier.ValueText: var mode }
        && (mode.StartsWith("Create", StringComparison.Ordinal) || mode.EndsWith("Write", StringComparison.Ordinal));

    private void Add(BaseArgumentListSyntax arguments)
    {
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Expression is LiteralExpressionSyntax { Token.Value: string text })
                _texts.Add(text);
            else if (NameOf(argument.Expression) is { } name)
                _names.Add(name);
        }
    }

    private static string? NameOf(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
