using System.Runtime.InteropServices;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Mac;

/// <summary>
/// A profile in the sandbox's own language: of two rules that fit, the later holds. Files' attributes and everything the
/// runtime asks the system stay allowed; content, changes, sockets and processes do not.
/// </summary>
internal static class SandboxProfile
{
    private static readonly string[] Libraries = ["/usr/lib", "/usr/share", "/System", "/Library/Apple", "/private/var/db/dyld", "/dev"];

    public static string For(IReadOnlyList<string> inputs, string? output)
    {
        var profile = new StringBuilder("(version 1)(allow default)(deny network*)(deny process-fork)(deny process-exec*)(deny signal (target others))(deny file-write*)(deny file-read-data)");
        profile.Append("(allow file-read-data");
        foreach (var folder in (string[])[.. Libraries, Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")), AppContext.BaseDirectory])
            profile.Append("(subpath ").Append(Quoted(folder.TrimEnd('/'))).Append(')');

        // Where links lead is judged, not the link: both names are given.
        foreach (var path in inputs.Concat(inputs.Select(Path.GetDirectoryName)).OfType<string>().SelectMany(WithTarget).Distinct(StringComparer.Ordinal))
            profile.Append("(literal ").Append(Quoted(path)).Append(')');
        profile.Append(')');
        if (output is not null)
            profile.Append("(allow file-write-data file-read-data (literal ").Append(Quoted(output)).Append("))");
        return profile.ToString();
    }

    private static IEnumerable<string> WithTarget(string path)
    {
        yield return path;
        yield return path.StartsWith("/tmp/", StringComparison.Ordinal) || path.StartsWith("/var/", StringComparison.Ordinal) ? "/private" + path : path;
        if (Target(path) is { } target)
            yield return target;
    }

    private static string? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null; // not there; it will be refused
        }
    }

    // A string literal of Scheme: nothing in a path may end it.
    private static string Quoted(string path) => '"' + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
