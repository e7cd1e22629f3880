using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>What the name at the end of an address says.</summary>
public static class ModelFileNames
{
    // Pages, pictures and licences beside a model: looked at by people, loaded by nothing.
    private static readonly HashSet<string> DocumentExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "html", "htm", "pdf", "rst", "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "mp4", "webm", "wav", "mp3", "flac", "ogg", "ipynb", "ttf", "otf", "woff", "woff2",
        // programs, which other tools judge
        "whl", "exe", "msi", "dll", "deb", "rpm",
    };

    private static readonly string[] DocumentNames = ["LICENSE", "LICENCE", "README", "NOTICE", "COPYING", "CHANGELOG", ".git"];

    private static readonly string[] ArchiveExtensions = [".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z"];
    private static readonly string[] ArchiveWords = ["model", "weight", "checkpoint"];

    /// <summary>Whether a file of a model repository is for people.</summary>
    public static bool IsDocument(string path)
    {
        var name = NameOf(path);
        var dot = name.LastIndexOf('.');
        return (dot >= 0 && DocumentExtensions.Contains(name.Substring(dot + 1)))
            || Array.Exists(DocumentNames, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a file of any repository is a model, going by its name.</summary>
    public static bool IsModel(string path) => ModelFileName.IsModel(NameOf(path));

    /// <summary>Whether a path leads to an archive and says that models are in it: most archives hold programs.</summary>
    public static bool IsModelArchive(string path) =>
        Array.Exists(ArchiveExtensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        && Array.Exists(ArchiveWords, word => path.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Holes and the like stand in addresses of which only a part is known; old runtimes refuse them in paths.
    private static string NameOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1).ToCharArray();
        for (var i = 0; i < name.Length; i++)
            name[i] = name[i] < ' ' ? '_' : name[i];

        return new string(name);
    }
}
