using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Markup;

/// <summary>
/// Judges a document type declaration. External entities make a reader fetch files and addresses and can send what they read
/// (XXE, CWE-611); entities of entities grow without end (CWE-776). Models need neither.
/// </summary>
internal static class DocumentTypeJudge
{
    // Declarations that editors of drawings and settings write, fetched by nobody.
    private static readonly string[] Known = ["http://www.w3.org/", "https://www.w3.org/", "http://www.apple.com/DTDs/", "http://www.dmg.org/", "https://www.dmg.org/"];

    private static readonly char[] Quotes = ['"', '\''];

    /// <param name="system">External declarations' address, or null.</param>
    /// <param name="subset">What stands in brackets.</param>
    /// <param name="context">Takes the findings.</param>
    /// <param name="at">Line.</param>
    /// <param name="isModel">Whether the file is a model, not any XML.</param>
    public static void Judge(string? system, string subset, ScanContext context, int at, bool isModel)
    {
        var external = false;
        var (entities, references) = (0, 0);
        for (var start = subset.IndexOf("<!ENTITY", StringComparison.Ordinal); start >= 0; start = subset.IndexOf("<!ENTITY", start + 1, StringComparison.Ordinal))
        {
            entities++;
            var end = subset.IndexOf('>', start);
            var declaration = subset[start..(end < 0 ? subset.Length : end)];
            var head = declaration[..(declaration.IndexOfAny(Quotes) is >= 0 and var quote ? quote : declaration.Length)];
            if (head.Contains("SYSTEM", StringComparison.Ordinal) || head.Contains("PUBLIC", StringComparison.Ordinal))
            {
                external = true;
                context.Report(Rules.XmlEntities, $"declares an entity that makes its reader fetch {Address(declaration)} (line {at}); do not open it", symbol: "ENTITY");
            }

            references += declaration[head.Length..].Count(static c => c is '&' or '%');
        }

        if (references >= 4)
            context.Report(Rules.ResourceExhaustion, $"declares entities made of entities, {references} times over (line {at}): its reader runs out of memory; do not open it");
        else if (entities > 0 && !external)
            context.Report(Rules.XmlEntities, $"declares {entities} entities of its own (line {at}), which no model needs; get the model from its publisher", severity: Severity.Medium, symbol: "ENTITY");

        if (system is not null && !Array.Exists(Known, known => system.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
            External(system, context, at, isModel);
    }

    private static void External(string system, ScanContext context, int at, bool isModel)
    {
        // Settings of other programs name the page of their grammar; hardly a reader fetches it.
        if (!isModel && (system.StartsWith("http://", StringComparison.Ordinal) || system.StartsWith("https://", StringComparison.Ordinal)))
            return;

        var leaves = system.Contains(':', StringComparison.Ordinal) || system.Contains("..", StringComparison.Ordinal) || system.StartsWith('/') || system.StartsWith('\\');
        var severity = leaves ? Severity.High : Severity.Low; // "pmml_2_0.dtd" lay beside the models of its time
        context.Report(Rules.XmlEntities, $"makes its reader fetch declarations from '{Printable.Of(system, 120)}' (line {at}); do not open it", severity: severity, symbol: "DOCTYPE");
    }

    private static string Address(string declaration)
    {
        var parts = declaration.Split('"', '\'');
        return parts.Length > 1 ? $"'{Printable.Of(parts.Length > 3 ? parts[3] : parts[1], 120)}'" : "another file";
    }
}
