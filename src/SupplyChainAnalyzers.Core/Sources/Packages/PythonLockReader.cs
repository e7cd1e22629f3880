using SupplyChainAnalyzers.Core.Sources.Toml;

namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// uv.lock and poetry.lock: <c>[[package]]</c> with name, version and source. What they lock does not move (a repository is there
/// with its commit); what they name can still be the wrong package, or a stolen version of the right one.
/// </summary>
internal sealed class PythonLockReader() : SourceReader(SourceKind.PythonLock)
{
    public override bool Reads(string fileName) =>
        fileName.Equals("uv.lock", StringComparison.OrdinalIgnoreCase) || fileName.Equals("poetry.lock", StringComparison.OrdinalIgnoreCase)
        || fileName.Equals("pylock.toml", StringComparison.OrdinalIgnoreCase);

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        var root = TomlReader.Read(text, out var isIncomplete);
        notes.IsIncomplete |= isIncomplete;
        // pylock.toml (PEP 751) calls the list packages.
        foreach (var package in (root["package"] ?? root["packages"])?.Items ?? [])
        {
            if (package.TextOf("name") is { } name && !IsOwn(package["source"]))
                notes.Use(SourceFactKind.PythonPackage, name.Text, package.TextOf("version")?.Text, Digest(package), name.Start, name.Length);
        }
    }

    // The project itself, and folders of the workspace.
    private static bool IsOwn(TomlValue? source) => source is not null && (source["virtual"] ?? source["editable"] ?? source["directory"]) is not null;

    private static string? Digest(TomlValue package) =>
        (package["sdist"]?.TextOf("hash") ?? First(package["wheels"])?.TextOf("hash") ?? First(package["files"])?.TextOf("hash"))?.Text;

    private static TomlValue? First(TomlValue? list) => list is { Items.Count: > 0 } ? list.Items[0] : null;
}
