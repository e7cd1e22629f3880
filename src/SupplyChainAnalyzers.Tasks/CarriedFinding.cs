using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// A finding on its way from the task that found it to the task that says it. In between it is the name of an item and the
/// value of a global property, so it is written in letters that MSBuild neither escapes nor splits: base64url.
/// </summary>
internal sealed record CarriedFinding(Rule Rule, Level Level, string Message, string File, TextRegion Region)
{
    // Not a letter of base64url.
    private const char Separator = '.';

    /// <summary>The longest path Linux has; longer ones are cut where they are shown.</summary>
    private const int MaxPath = 4096;

    private const int Fields = 8;

    public static CarriedFinding Of(DecidedFinding decided)
    {
        var finding = decided.Finding;
        return new CarriedFinding(finding.Rule, decided.Level, Printable.Message(finding.Message), Printable.Of(finding.File, MaxPath), finding.Region);
    }

    /// <summary>Each finding a word, joined.</summary>
    public static string Write(IEnumerable<CarriedFinding> findings) =>
        string.Join(Separator.ToString(), findings.Select(static finding => finding.Write()));

    /// <summary>Reads what <see cref="Write(IEnumerable{CarriedFinding})"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
    public static IEnumerable<CarriedFinding> ReadAll(string words) => words.Split(Separator).Select(Read);

    /// <summary>One word of base64url.</summary>
    public string Write()
    {
        // Neither part holds a line feed: both have passed Printable.
        var text = string.Join(
            "\n", Rule.Id, Number((int)Level), Number(Region.Line), Number(Region.Column), Number(Region.EndLine), Number(Region.EndColumn), File, Message);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads what <see cref="Write()"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
    public static CarriedFinding Read(string word)
    {
        var base64 = word.Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
        var fields = Encoding.UTF8.GetString(bytes).Split('\n');
        if (fields.Length != Fields || Rules.Find(fields[0]) is not { } rule)
            throw new FormatException("not a carried finding");

        return new CarriedFinding(
            rule,
            (Level)Number(fields[1]),
            fields[7],
            fields[6],
            new TextRegion(Number(fields[2]), Number(fields[3]), Number(fields[4]), Number(fields[5])));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
