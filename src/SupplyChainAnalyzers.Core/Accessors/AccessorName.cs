using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Accessors;

/// <summary>
/// C# identifiers for names and paths of models.lock. The same name always gives the same identifier, whatever else stands in
/// the lock, with one exception: where two names would share one, both get a suffix. So a new entry can break code that uses an
/// accessor, and can never make it mean another file.
/// </summary>
internal static class AccessorName
{
    private const int SuffixDigits = 8;

    /// <summary><c>fraud-finbert</c> is FraudFinbert, <c>onnx/model.onnx</c> OnnxModelOnnx, <c>llama-3.2-1b</c> Llama3_2_1b.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var c in text)
        {
            if (!IsPart(c))
            {
                startsWord = true;
                continue;
            }

            // Two numbers must not become one.
            if (startsWord && IsDigit(c) && name.Length > 0 && IsDigit(name[name.Length - 1]))
                name.Append('_');

            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        if (name.Length == 0 || !IsStart(name[0]))
            name.Insert(0, '_');

        return name.ToString();
    }

    /// <summary>One identifier for each of <paramref name="texts"/>, in their order, none twice and none of <paramref name="reserved"/>.</summary>
    public static string[] Unique(IReadOnlyList<string> texts, ISet<string> reserved)
    {
        var names = texts.Select(Of).ToArray();
        var uses = names.GroupBy(static name => name, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (uses[names[i]] > 1 || reserved.Contains(names[i]))
                names[i] += "_" + Suffix(texts[i]);
        }

        return names;
    }

    private static string Suffix(string text) =>
        Checksum.Of(Encoding.UTF8.GetBytes(text)).ToString("x16", CultureInfo.InvariantCulture).Substring(0, SuffixDigits);

    private static bool IsStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => c != '_' && (IsStart(c) || IsDigit(c));

    private static bool IsDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}
