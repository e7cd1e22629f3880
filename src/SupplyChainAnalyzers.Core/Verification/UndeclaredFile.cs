namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// Which files may lie in a model's folder without being declared. The list is fixed and by name, so that nobody who adds
/// a file can talk it longer: what no model loader opens by itself. Everything else is SCA2106.
/// </summary>
public static class UndeclaredFile
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gitattributes", ".gitignore", ".gitkeep", ".keep", ".gitmodules", ".lfsconfig", ".dockerignore", ".editorconfig",
        ".DS_Store", "Thumbs.db", "desktop.ini", "CITATION.cff",
        "models.lock", "models.policy.json", "models.advisories.json", "models.lock.v1.json", "models.policy.v1.json",
    };

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        // Source code of .NET: compiled, never loaded beside a model.
        ".cs", ".vb", ".fs", ".fsi", ".razor", ".cshtml", ".vbhtml", ".xaml", ".axaml", ".resx", ".resw", ".tt",
        ".csproj", ".vbproj", ".fsproj", ".vcxproj", ".proj", ".props", ".targets", ".sln", ".slnx", ".ruleset", ".mbconfig",

        // For people to read or look at.
        ".md", ".rst", ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".css", ".html",
    };

    private static readonly string[] Documents = ["README", "LICENSE", "LICENCE", "NOTICE", "COPYING", "CHANGELOG", "USE_POLICY", "AUTHORS"];

    /// <summary>Whether a file of this name may lie undeclared in a model's folder.</summary>
    /// <param name="name">File name without folders.</param>
    public static bool IsHarmless(string name)
    {
        var extension = Path.GetExtension(name);
        if (Names.Contains(name) || (extension.Length < name.Length && Extensions.Contains(extension)))
            return true;

        if (extension.Length != 0 && !extension.Equals(".txt", StringComparison.OrdinalIgnoreCase))
            return false;

        foreach (var document in Documents)
        {
            if (name.StartsWith(document, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
