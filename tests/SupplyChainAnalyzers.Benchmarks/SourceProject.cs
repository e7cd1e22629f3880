using System.Xml;
using System.Xml.Linq;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>The C# sources below one project file, as the SDK takes them by default.</summary>
/// <param name="Name">Path of the project file from the folder, or "." for sources without one.</param>
/// <param name="Files">Full paths of its sources.</param>
/// <param name="References">Names of the projects it refers to.</param>
/// <param name="IsTest">Whether it says that it holds tests, or refers to what runs them.</param>
internal sealed record SourceProject(string Name, IReadOnlyList<string> Files, IReadOnlyList<string> References, bool IsTest)
{
    private static readonly string[] Skipped = ["bin", "obj", ".git"];

    /// <summary>The projects of a folder, each behind those it refers to.</summary>
    public static IReadOnlyList<SourceProject> In(string folder)
    {
        var projects = Find(folder, "*.csproj").GroupBy(static file => Path.GetDirectoryName(file)!).ToDictionary(static group => group.Key, static group => group.First());
        var all = Find(folder, "*.cs")
            .GroupBy(file => Owner(file, folder, projects))
            .Select(group => Read(group.Key, folder, [.. group]))
            .OrderBy(static project => project.Name, StringComparer.Ordinal)
            .ToDictionary(static project => project.Name);
        var sorted = new List<SourceProject>();
        var seen = new HashSet<string>();
        foreach (var project in all.Values)
            Visit(project);

        return sorted;

        void Visit(SourceProject project)
        {
            if (!seen.Add(project.Name))
                return;

            foreach (var reference in project.References)
            {
                if (all.TryGetValue(reference, out var needed))
                    Visit(needed);
            }

            sorted.Add(project);
        }
    }

    private static IEnumerable<string> Find(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(Skipped).Any())
            .Order(StringComparer.Ordinal);

    private static string? Owner(string file, string folder, Dictionary<string, string> projects)
    {
        for (var at = Path.GetDirectoryName(file); at is not null && at.Length >= folder.Length; at = Path.GetDirectoryName(at))
        {
            if (projects.TryGetValue(at, out var project))
                return project;
        }

        return null;
    }

    private static SourceProject Read(string? project, string folder, IReadOnlyList<string> files)
    {
        if (project is null)
            return new(".", files, [], IsTest: false);

        var name = Path.GetRelativePath(folder, project);
        try
        {
            var elements = XDocument.Load(project).Descendants().ToList();
            return new(name, files, [.. Included(elements, "ProjectReference").Select(path => Path.GetRelativePath(folder, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, path.Replace('\\', '/')))))], IsTestProject(elements));
        }
        catch (XmlException)
        {
            return new(name, files, [], IsTest: false);
        }
    }

    // The package sets the property in a build.
    private static bool IsTestProject(List<XElement> elements) =>
        Included(elements, "PackageReference").Contains("Microsoft.NET.Test.Sdk")
        || elements.Exists(static element => element.Name.LocalName == "IsTestProject" && element.Value == "true");

    private static IEnumerable<string> Included(List<XElement> elements, string name) =>
        elements.Where(element => element.Name.LocalName == name).Select(static element => element.Attribute("Include")?.Value).OfType<string>();
}
