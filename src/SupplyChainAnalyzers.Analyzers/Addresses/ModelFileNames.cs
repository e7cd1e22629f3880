using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Analyzers.Addresses;

/// <summary>What the name at the end of an address says.</summary>
internal static class ModelFileNames
{
    // Pages, pictures and licences beside a model: looked at by people, loaded by nothing.
    private static readonly HashSet<string> DocumentExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "html", "htm", "pdf", "rst", "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "mp4", "webm", "wav", "mp3", "flac", "ogg", "ipynb",
    };

    private static readonly string[] DocumentNames = ["LICENSE", "LICENCE", "README", "NOTICE", "COPYING", "CHANGELOG", ".git"];

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

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1).Replace(StringValue.Hole, '_').Replace(StringValue.AppFolder, '_');
}
