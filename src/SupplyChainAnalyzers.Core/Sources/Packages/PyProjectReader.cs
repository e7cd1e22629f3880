using SupplyChainAnalyzers.Core.Sources.Toml;

namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// pyproject.toml: requirements of the project (PEP 621), of groups (PEP 735) and of the build (PEP 518), dependencies of Poetry,
/// and where uv and Poetry take single packages from.
/// </summary>
internal sealed class PyProjectReader() : SourceReader(SourceKind.PyProject)
{
    public override bool Reads(string fileName) => fileName.Equals("pyproject.toml", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        var root = TomlReader.Read(text, out var isIncomplete);
        notes.IsIncomplete |= isIncomplete;
        var project = new PythonProject(notes);
        Requirements(root.Find("build-system", "requires"), text, project);
        Requirements(root.Find("project", "dependencies"), text, project);
        Groups(root.Find("project", "optional-dependencies"), text, project);
        Groups(root.Find("dependency-groups"), text, project);
        Uv(root.Find("tool", "uv"), text, project);
        Poetry(root.Find("tool", "poetry"), project);
        project.Finish();
    }

    private static void Uv(TomlValue? uv, string text, PythonProject project)
    {
        Requirements(uv?["dev-dependencies"], text, project);
        Requirements(uv?["constraint-dependencies"], text, project);
        Requirements(uv?["override-dependencies"], text, project);
        foreach (var source in uv?["sources"]?.Members ?? [])
        {
            // One source, or one for each platform.
            foreach (var value in source.Value.Kind == TomlKind.Array ? source.Value.Items : [source.Value])
                PoetrySource(value, project);
        }

        // uv takes the first index that has the name, unless it is told to look at all of them.
        var index = uv?["extra-index-url"] is { Kind: TomlKind.Array, Items.Count: > 0 } urls ? urls.Items[0] : null;
        if (uv?.TextOf("index-strategy") is { Text: "unsafe-best-match" or "unsafe-first-match" } strategy && (index is not null || uv["index"] is not null))
            project.UseIndex(strategy.Start, strategy.Length);
    }

    private static void Poetry(TomlValue? poetry, PythonProject project)
    {
        PoetryDependencies(poetry?["dependencies"], project);
        PoetryDependencies(poetry?["dev-dependencies"], project);
        foreach (var group in poetry?["group"]?.Members ?? [])
            PoetryDependencies(group.Value["dependencies"], project);
    }

    private static void PoetryDependencies(TomlValue? table, PythonProject project)
    {
        foreach (var dependency in table?.Members ?? [])
        {
            if (dependency.Key == "python")
                continue;

            var value = dependency.Value;
            var version = value.Kind == TomlKind.Text ? value.Text : value.TextOf("version")?.Text;
            project.Use(dependency.Key, Exact(version), null, value.Key.Start, value.Key.Length);
            foreach (var source in value.Kind == TomlKind.Array ? value.Items : [value])
                PoetrySource(source, project);
        }
    }

    // { git = "…", rev = "…" } or { url = "…" }: uv and Poetry use the same words.
    private static void PoetrySource(TomlValue source, PythonProject project)
    {
        if (source.TextOf("git") is { } git)
            project.UseRepository(git.Text, (source.TextOf("rev") ?? source.TextOf("tag") ?? source.TextOf("branch"))?.Text, git.Start, git.Length);
        else if (source.TextOf("url") is { } url)
            project.UseAddress(url.Text, url.Start, url.Length);
    }

    private static void Groups(TomlValue? groups, string text, PythonProject project)
    {
        foreach (var group in groups?.Members ?? [])
            Requirements(group.Value, text, project);
    }

    private static void Requirements(TomlValue? list, string text, PythonProject project)
    {
        foreach (var item in list?.Items ?? [])
        {
            // Read where it stands, so that places are right; a string with escapes holds no requirement.
            if (item.Kind == TomlKind.Text && item.Text.Length == item.Length && PythonRequirement.Read(text, item.Start, item.Start + item.Length) is { } requirement)
                project.Use(requirement, null);
        }
    }

    // Poetry's plain version is a caret range in tables of its own, and exact with ==.
    private static string? Exact(string? version)
    {
        const string Equal = "==";
        return version?.StartsWith(Equal, StringComparison.Ordinal) == true && version.IndexOfAny(['*', ',', ' ']) < 0 ? version.Substring(Equal.Length) : null;
    }
}
