using System.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// One digest for a list of files: <c>sha256:</c> + SHA-256 over the ordinal-sorted lines
/// <c>path NUL size NUL sha256 LF</c> in UTF-8.
/// </summary>
public static class TreeHash
{
    private const string Prefix = "sha256:";

    /// <summary>Null when a file has no recorded digest.</summary>
    public static string? Of(IEnumerable<ModelFile> files)
    {
        var lines = new StringBuilder();
        ModelFile[] ordered = [.. files];
        Ordinal.Sort(Array.ConvertAll(ordered, static file => file.Path), ordered);
        foreach (var file in ordered)
        {
            if (file.Sha256 is null || file.Size is null)
                return null;

            lines.Append(file.Path).Append('\0').Append(file.Size.Value).Append('\0').Append(file.Sha256).Append('\n');
        }

        return Prefix + Hashing.Sha256Hex.Of(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    /// <summary>The 64 hex digits for a model, to which exemptions of findings about the model as a whole bind; null where it has none.</summary>
    public static string? Digits(ModelEntry model) => (model.TreeHash ?? Of(model.Files.Values))?.Substring(Prefix.Length);
}
