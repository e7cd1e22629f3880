using System.Xml.Linq;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.NuGet;

/// <summary>
/// nuget.config: with several sources and no mapping, every source is asked for every package, and whoever publishes a name on
/// one of them can take the place of the other. Reported where packages for models are used.
/// </summary>
internal sealed class NuGetConfigReader() : SourceReader(SourceKind.NuGetConfig)
{
    public override bool Reads(string fileName) => fileName.Equals("nuget.config", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        if (XmlText.Parse(text) is not { } document)
        {
            notes.IsIncomplete = true;
            return;
        }

        var disabled = new HashSet<string>(
            Entries(document.Root, "disabledPackageSources").Where(static add => add.Attribute("value")?.Value.Equals("true", StringComparison.OrdinalIgnoreCase) == true).Select(Key),
            StringComparer.OrdinalIgnoreCase);
        XElement[] sources = [.. Entries(document.Root, "packageSources").Where(source => !disabled.Contains(Key(source)))];
        if (!context.UsesModelPackages || sources.Length < 2 || IsMapped(document.Root))
            return;

        if ((sources[1].Attribute("value") ?? sources[1].Attribute("key")) is { } second)
        {
            var (start, length) = document.PlaceOf(second);
            notes.Report(Rules.SourcesWithoutMapping, "Every source is asked for every package, so whoever publishes a name on one of them can take another's place; say which packages come from where, under packageSourceMapping", start, length);
        }
    }

    /// <summary>The <c>add</c> elements of a section behind its last <c>clear</c>.</summary>
    private static IEnumerable<XElement> Entries(XElement root, string section) => Section(root, section)
        .SelectMany(static element => element.Elements())
        .Reverse()
        .TakeWhile(static entry => entry.Name.LocalName != "clear")
        .Where(static entry => entry.Name.LocalName == "add")
        .Reverse();

    private static bool IsMapped(XElement root) =>
        Section(root, "packageSourceMapping").SelectMany(static element => element.Elements()).Any(static source => source.Name.LocalName == "packageSource");

    private static IEnumerable<XElement> Section(XElement root, string name) =>
        root.Elements().Where(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Key(XElement add) => add.Attribute("key")?.Value ?? "";
}
