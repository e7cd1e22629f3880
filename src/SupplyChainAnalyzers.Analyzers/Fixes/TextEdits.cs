using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Analyzers.Fixes;

/// <summary>
/// Changes of text that a rule gives its code fix: it has the call bound and the lock read, so it knows best. Places are those
/// of the file the diagnostic stands in, which is the one the fix is made for.
/// </summary>
internal static class TextEdits
{
    private const string Count = "sca.changes";
    private const string Start = "sca.start";
    private const string Length = "sca.length";
    private const string Text = "sca.text";

    /// <summary>Several changes, in order and without overlap.</summary>
    public static ImmutableDictionary<string, string?> Of(params TextChange[] changes)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(Count, Write(changes.Length));
        for (var i = 0; i < changes.Length; i++)
        {
            properties.Add(Start + i, Write(changes[i].Span.Start));
            properties.Add(Length + i, Write(changes[i].Span.Length));
            properties.Add(Text + i, changes[i].NewText);
        }

        return properties.ToImmutable();
    }

    public static ImmutableDictionary<string, string?> Replace(TextSpan span, string text) => Of(new TextChange(span, text));

    /// <summary>Adds an argument, with its name, to a call; null when there is no list of arguments.</summary>
    public static ImmutableDictionary<string, string?>? AddArgument(SyntaxNode call, string argument) => Insertion(call, argument) is { } change ? Of(change) : null;

    /// <summary>The change that adds an argument to a call; null for what is no call with a list of arguments.</summary>
    public static TextChange? Insertion(SyntaxNode call, string argument)
    {
        BaseArgumentListSyntax? list = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (list is ArgumentListSyntax { Arguments.Count: 0 } empty)
            return new TextChange(new TextSpan(empty.OpenParenToken.Span.End, 0), argument);

        return list is null ? null : new TextChange(new TextSpan(list.Arguments.Last().Span.End, 0), ", " + argument);
    }

    /// <summary>The changes a diagnostic carries; empty when it has none.</summary>
    public static TextChange[] In(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        if (!properties.TryGetValue(Count, out var count))
            return [];

        return [.. Enumerable.Range(0, Read(count)).Select(i =>
            new TextChange(new TextSpan(Read(properties[Start + i]), Read(properties[Length + i])), properties[Text + i]!))];
    }

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Read(string? number) => int.Parse(number!, CultureInfo.InvariantCulture);
}
