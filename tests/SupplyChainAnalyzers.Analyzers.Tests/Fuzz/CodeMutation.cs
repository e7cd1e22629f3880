using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SupplyChainAnalyzers.Analyzers.Tests.Fuzz;

/// <summary>Code as it is while it is typed.</summary>
internal static class CodeMutation
{
    // Shorter code is mostly gone already.
    private const int ShortestMutated = 200;

    private const string Characters = "\"{}()[]$@\\\0\u0001;,.=?:\n<>";

    /// <summary>One to three changes: a token lost, doubled, swapped with another or replaced; a character lost or added.</summary>
    public static string Apply(string source, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
            if (tokens.Count == 0)
                return source;

            var token = tokens[random.Next(tokens.Count)];
            var other = tokens[random.Next(tokens.Count)];
            var text = new StringBuilder(source);
            switch (random.Next(6))
            {
                case 0: text.Remove(token.SpanStart, token.Span.Length); break;
                case 1: text.Insert(token.SpanStart, token.Text + " "); break;
                case 2: text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, other.Text); break;
                case 3: text.Remove(random.Next(text.Length), 1); break;
                case 4: text.Insert(random.Next(text.Length), Characters[random.Next(Characters.Length)]); break;
                case 5: text.Length = token.SpanStart; break;
            }

            source = text.ToString();
            if (source.Length < ShortestMutated)
                break;
        }

        return source;
    }
}
