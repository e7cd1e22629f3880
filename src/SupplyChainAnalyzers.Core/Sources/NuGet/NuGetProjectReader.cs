using System.Xml.Linq;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.NuGet;

/// <summary>
/// Packages of projects, of central package management and of packages.config. It reads text and evaluates nothing: a name
/// that is put together of properties is left out.
/// </summary>
internal sealed class NuGetProjectReader() : SourceReader(SourceKind.NuGetProject)
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];
    private static readonly string[] Names = ["Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets", "packages.config"];
    private static readonly string[] Elements = ["PackageReference", "PackageVersion", "GlobalPackageReference", "package"];

    public override bool Reads(string fileName) =>
        Array.Exists(Extensions, extension => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(fileName, StringComparer.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        // Most projects have packages; those without need no parser.
        if (text.IndexOf("Package", StringComparison.OrdinalIgnoreCase) < 0)
            return;

        if (XmlText.Parse(text) is not { } document)
        {
            notes.IsIncomplete = true;
            return;
        }

        foreach (var element in document.Root.Descendants())
        {
            if (Elements.Contains(element.Name.LocalName, StringComparer.Ordinal))
                Package(element, document, notes);
        }
    }

    private static void Package(XElement element, XmlText document, SourceNotes notes)
    {
        // Update changes what another file includes: the name is the same.
        var name = element.Attribute("Include") ?? element.Attribute("Update") ?? element.Attribute("id");
        if (name is null || name.Value.Length == 0 || name.Value.Contains('$'))
            return;

        var version = (element.Attribute("Version") ?? element.Attribute("VersionOverride") ?? element.Attribute("version"))?.Value
            ?? element.Elements().FirstOrDefault(static child => child.Name.LocalName == "Version")?.Value;
        var (start, length) = document.PlaceOf(name);
        notes.Use(SourceFactKind.NuGetPackage, name.Value.Trim(), version?.Trim('[', ']', ' '), null, start, length);
    }
}
