using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// One digest for a list of files: <c>sha256:</c> + SHA-256 over the ordinal-sorted lines
/// <c>path NUL size NUL sha256 LF</c> in UTF-8.
/// </summary>
public static class TreeHash
{
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

        using var sha256 = SHA256.Create();
#pragma warning disable CA1850 // netstandard2.0 has no HashData
        return "sha256:" + Hashing.Hex.Of(sha256.ComputeHash(Encoding.UTF8.GetBytes(lines.ToString())));
#pragma warning restore CA1850
    }
}
