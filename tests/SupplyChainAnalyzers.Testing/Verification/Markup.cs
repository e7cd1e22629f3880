using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Testing.Verification;

/// <summary>A source without its markup, and what the markup expects.</summary>
/// <param name="Text">The source.</param>
/// <param name="Expected">Rule id (null: the analyzer's only one) and place, in the order of the places' ends.</param>
public sealed record Markup(string Text, IReadOnlyList<(string? Id, TextSpan Span)> Expected)
{
    /// <summary>Reads <c>[|…|]</c> and <c>{|ID:…|}</c>; they may be nested.</summary>
    public static Markup Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var open = new Stack<(string? Id, int Start)>();
        var expected = new List<(string? Id, TextSpan Span)>();
        for (var i = 0; i < source.Length; i++)
        {
            var next = i + 1 < source.Length ? source[i + 1] : '\0';
            switch (source[i], next)
            {
                case ('[', '|'):
                    open.Push((null, text.Length));
                    i++;
                    break;
                case ('{', '|'):
                    var colon = source.IndexOf(':', i);
                    open.Push((source[(i + 2)..colon], text.Length));
                    i = colon;
                    break;
                case ('|', ']') or ('|', '}') when open.Count > 0:
                    var (id, start) = open.Pop();
                    expected.Add((id, TextSpan.FromBounds(start, text.Length)));
                    i++;
                    break;
                default:
                    text.Append(source[i]);
                    break;
            }
        }

        return open.Count == 0 ? new Markup(text.ToString(), expected) : throw new FormatException("markup is not closed");
    }
}
