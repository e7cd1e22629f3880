using SupplyChainAnalyzers.Core.Sources.Yaml;

namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// Environments of conda, and the lock files of conda-lock: what pip installs in them. Packages of conda's own channels have
/// names and owners of their own, and are left alone.
/// </summary>
internal sealed class CondaReader() : SourceReader(SourceKind.Conda)
{
    private static readonly string[] Extensions = [".yml", ".yaml"];

    public override bool Reads(string fileName)
    {
        var extension = Array.Find(Extensions, extension => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        if (extension is null)
            return false;

        var stem = fileName.Substring(0, fileName.Length - extension.Length);
        return stem.StartsWith("environment", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("environment", StringComparison.OrdinalIgnoreCase)
            || stem.Equals("conda", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("conda-lock", StringComparison.OrdinalIgnoreCase);
    }

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        var lines = YamlLines.Read(text, out var isIncomplete);
        notes.IsIncomplete |= isIncomplete;
        var project = new PythonProject(notes);
        Environment(text, lines, project);
        Locked(lines, notes);
        project.Finish();
    }

    // dependencies: … - pip: … - requirement
    private static void Environment(string text, IReadOnlyList<YamlLine> lines, PythonProject project)
    {
        var (isInside, pip) = (false, -1);
        foreach (var line in lines)
        {
            if (line.Indent == 0 && line.Dashes == 0)
                (isInside, pip) = (line.Key == "dependencies", -1);
            else if (pip >= 0 && line.Indent < pip)
                pip = -1;

            if (!isInside || line.Dashes == 0)
                continue;

            if (line is { Key: "pip", Value: null })
                pip = line.Inner;
            else if (pip >= 0 && line is { Key: null, Value: { } value } && value.Length == line.Length)
                Requirement(text, line, value, project);
        }
    }

    private static void Requirement(string text, YamlLine line, string value, PythonProject project)
    {
        const string Extra = "--extra-index-url";
        if (value.StartsWith(Extra, StringComparison.Ordinal))
            project.UseIndex(line.Start, line.Length);
        else if (value.StartsWith("git+", StringComparison.OrdinalIgnoreCase) || PackageAddress.IsRemote(value))
            project.UseAddress(value, line.Start, line.Length);
        else if (PythonRequirement.Read(text, line.Start, line.Start + line.Length) is { } requirement)
            project.Use(requirement, null);
    }

    // package: … - name: torch, version: 2.4.0, manager: pip
    private static void Locked(IReadOnlyList<YamlLine> lines, SourceNotes notes)
    {
        var isInside = false;
        YamlLine? name = null;
        string? version = null;
        var isPip = false;
        foreach (var line in lines)
        {
            if (line.Indent == 0 && line.Dashes == 0 || line.Dashes > 0 && line.Inner <= 2)
            {
                Add();
                (name, version, isPip) = (null, null, false);
                isInside = line is { Indent: 0, Dashes: 0 } ? line.Key == "package" : isInside;
            }

            switch (line)
            {
                case { Key: "name", Value: not null }: name ??= line; break;
                case { Key: "version", Value: not null }: version ??= line.Value; break;
                case { Key: "manager", Value: "pip" }: isPip = true; break;
            }
        }

        Add();

        void Add()
        {
            if (isInside && isPip && name is not null)
                notes.Use(SourceFactKind.PythonPackage, name.Value!, version, null, name.Start, name.Length);
        }
    }
}
