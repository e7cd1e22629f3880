using System.Text.RegularExpressions;

namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>
/// One kind of telling text. The keyword is looked for first, which costs next to nothing; the expression, matched in linear
/// time, decides.
/// </summary>
internal sealed class TextPattern(string keyword, string expression, string what, bool isSure = true)
{
    private const int ExcerptLength = 120;

    private readonly Lazy<Regex> _expression = new(() => new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    /// <summary>Stands in every text that matches, in any case.</summary>
    public string Keyword => keyword;

    public TextSign? Find(string text)
    {
        if (!text.Contains(keyword, StringComparison.OrdinalIgnoreCase))
            return null;

        var match = _expression.Value.Match(text);
        return match.Success ? new TextSign(what, isSure, text.Substring(match.Index, Math.Min(match.Length, ExcerptLength))) : null;
    }
}
