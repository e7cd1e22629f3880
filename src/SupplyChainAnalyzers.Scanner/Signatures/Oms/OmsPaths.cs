using System.Globalization;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Names of files in a signed statement: relative, compared byte by byte, without normalisation.</summary>
internal static class OmsPaths
{
    /// <summary>The name of the only resource when the model is a single file (the reference; the specification has its base name).</summary>
    public const string Model = ".";

    /// <exception cref="SignatureException">It leads elsewhere, or is another way to write a name.</exception>
    public static string Checked(string name, bool mayBeModel = false)
    {
        if (mayBeModel && name == Model)
            return name;

        var fault = name.Length == 0 ? "is empty"
            : name.Contains('\\', StringComparison.Ordinal) ? "has a backslash"
            : name.Contains('\0', StringComparison.Ordinal) ? "has a zero character"
            : name.Split('/').Any(static segment => segment is "" or "." or "..") ? "is absolute, or leads through '.' or '..'"
            : null;
        return fault is null ? name : throw ProtoJson.Malformed($"its statement lists '{Printable.Of(name)}', which {fault}");
    }

    /// <summary><c>path:start:end</c>; the path may hold colons itself.</summary>
    public static OmsResource Shard(string name, byte[] digest)
    {
        var last = name.LastIndexOf(':');
        var first = last > 0 ? name.LastIndexOf(':', last - 1) : -1;
        if (first > 0
            && long.TryParse(name.AsSpan(first + 1, last - first - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && long.TryParse(name.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end)
            return new OmsResource(Checked(name[..first], mayBeModel: true), digest, start, end);

        throw ProtoJson.Malformed($"its statement lists '{Printable.Of(name)}', which is not path:start:end");
    }

    /// <summary>Whether a path is one of these, or lies below one; by whole segments: <c>cache</c> is not <c>cache2</c>.</summary>
    public static bool IsWithin(string path, IEnumerable<string> folders) => folders.Any(folder =>
        path.Length > folder.Length ? path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/' : path == folder);
}
