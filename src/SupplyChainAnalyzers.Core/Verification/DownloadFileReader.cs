using System.Xml.Linq;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// Finds the uses of MSBuild's <c>DownloadFile</c> task in the text of a project, .props or .targets file. It reads text
/// and evaluates nothing: a URL with a part that cannot be resolved is left out.
/// </summary>
public static class DownloadFileReader
{
    /// <summary>Characters of a project file.</summary>
    public const int MaxCharacters = XmlText.MaxCharacters;

    /// <summary>
    /// The downloads of <paramref name="text"/> in document order; none when it is not XML, which MSBuild itself reports.
    /// </summary>
    /// <param name="text">The project's text.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="properties">Evaluated properties by name; they win over what the text itself defines.</param>
    public static IReadOnlyList<DownloadFileCall> Read(string text, string path, IReadOnlyDictionary<string, string> properties)
    {
        // Most projects download nothing: do not parse them.
        if (text.Length > MaxCharacters || text.IndexOf("DownloadFile", StringComparison.OrdinalIgnoreCase) < 0)
            return [];

        if (XmlText.Parse(text) is not { } document)
            return [];

        var resolver = new PropertyResolver(document.Root, path, properties);
        var calls = new List<DownloadFileCall>();
        foreach (var element in document.Root.Descendants())
        {
            if (!element.Name.LocalName.Equals("DownloadFile", StringComparison.OrdinalIgnoreCase))
                continue;

            // <DownloadFile SourceUrl="…"> is the task, <DownloadFile Include="…"> an item that feeds one.
            var attribute = Attribute(element, "SourceUrl") ?? Attribute(element, "Include");
            if (attribute is null || resolver.Resolve(attribute.Value) is not { Length: > 0 } value)
                continue;

            var region = document.RegionOf(attribute);
            var destination = Destination(element, resolver, path);
            var hasHash = HasHash(element, resolver);
            foreach (var url in value.Split([';'], StringSplitOptions.RemoveEmptyEntries))
                calls.Add(new DownloadFileCall(url.Trim(), path, region, destination, hasHash));
        }

        return calls;
    }

    private static string? Destination(XElement element, PropertyResolver resolver, string path)
    {
        var folder = resolver.Resolve(Attribute(element, "DestinationFolder")?.Value);
        var name = resolver.Resolve(Attribute(element, "DestinationFileName")?.Value);
        if (string.IsNullOrEmpty(folder) || string.IsNullOrEmpty(name))
            return null;

        try
        {
            return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, DeclaredPath.Native(folder!), DeclaredPath.Native(name!)));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return null;
        }
    }

    // <VerifyFileHash Hash="…"> in the same target is the other half of a pinned download; which file it names, an item or a
    // property, is beyond a reader of text.
    private static bool HasHash(XElement download, PropertyResolver resolver)
    {
        foreach (var sibling in download.Parent?.Elements() ?? [])
        {
            if (sibling.Name.LocalName.Equals("VerifyFileHash", StringComparison.OrdinalIgnoreCase)
                && !string.IsNullOrWhiteSpace(resolver.Resolve(Attribute(sibling, "Hash")?.Value)))
                return true;
        }

        return false;
    }

    private static XAttribute? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));
}
