using System.Xml.Linq;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>What a project of src says about its references.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XDocument _document = XDocument.Parse(RepositoryFiles.Read(path));

    public static IReadOnlyList<ProjectFile> OfSources { get; } =
        [.. RepositoryFiles.All.Where(static path => path.StartsWith("src/") && path.EndsWith(".csproj")).Select(static path => new ProjectFile(path))];

    /// <summary>The name without our first part: Core, Tasks …; empty for the packaging project.</summary>
    public string Name { get; } = Short(path);

    /// <summary>Projects whose code this one sees; a reference that only orders the build is none.</summary>
    public IEnumerable<string> Projects => Documents.SelectMany(static document => document.Descendants("ProjectReference"))
        .Where(static reference => !Says(reference, "ReferenceOutputAssembly", "false"))
        .Select(static reference => Short((string)reference.Attribute("Include")!));

    /// <summary>Packages of this project and of the files it imports by a relative path.</summary>
    public IEnumerable<string> Packages => Documents.SelectMany(static document => document.Descendants("PackageReference"))
        .Select(static package => (string?)package.Attribute("Include"))
        .OfType<string>();

    public override string ToString() => path;

    private IEnumerable<XDocument> Documents => _document.Descendants("Import")
        .Select(import => Path.GetRelativePath(RepositoryFiles.Root, Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(path)!, (string)import.Attribute("Project")!)))
        .Select(static file => XDocument.Parse(RepositoryFiles.Read(file)))
        .Prepend(_document);

    private static bool Says(XElement item, string name, string value) =>
        string.Equals((string?)item.Attribute(name) ?? (string?)item.Element(name), value, StringComparison.OrdinalIgnoreCase);

    private static string Short(string path)
    {
        const string Prefix = "SupplyChainAnalyzers";
        string name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        return name == Prefix ? "" : name.StartsWith(Prefix + ".") ? name[(Prefix.Length + 1)..] : name;
    }
}
