using System.Buffers;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// Lists of packages (pip's requirements file format, MLflow and conda environments). Installing a package runs its code: from
/// an address of the author's choice that is code of the author's choice.
/// </summary>
internal static class DependencyScan
{
    private static readonly string[] Hosts = ["https://download.pytorch.org/", "https://pypi.nvidia.com", "https://pypi.ngc.nvidia.com", "https://storage.googleapis.com/jax-releases/", "https://data.pyg.org/"];

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t;#\"'");

    public static void Requirements(ByteSource source, ScanContext context)
    {
        var offset = 0;
        foreach (var line in TextFile.Read(source).Split('\n'))
        {
            Line(line, offset, context);
            offset += line.Length + 1;
        }
    }

    /// <summary>One requirement, or option of pip.</summary>
    public static void Line(string line, long offset, ScanContext context)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#' || Address(text) is not { } address || Array.Exists(Hosts, host => address.StartsWith(host, StringComparison.OrdinalIgnoreCase)))
            return;

        // A release or commit of a public repository is what many model cards ask for.
        var isPinned = address.StartsWith("https://github.com/", StringComparison.OrdinalIgnoreCase) && (address.Contains('@', StringComparison.Ordinal) || address.Contains("/releases/", StringComparison.Ordinal));
        context.Report(
            Rules.ForeignDependency, $"has a package installed from '{Printable.Of(address, 100)}', which runs code of that address; install it from a package index you trust", offset,
            isPinned ? Severity.Info : address.StartsWith("https://github.com/", StringComparison.OrdinalIgnoreCase) ? Severity.Low : Severity.Medium, address);
    }

    private static string? Address(string line)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["git+https://", "git+http://", "git+ssh://", "git+git://", "git://", "hg+", "svn+", "https://", "http://", "ftp://"])
        {
            var at = line.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;

            var end = line.AsSpan(at).IndexOfAny(Ends);
            var address = end < 0 ? line[at..] : line.Substring(at, end);
            return address.StartsWith("git+", StringComparison.OrdinalIgnoreCase) ? address[4..] : address;
        }

        return null;
    }
}
