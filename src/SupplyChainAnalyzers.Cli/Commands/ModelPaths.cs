using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>Paths within a model, as people give them.</summary>
internal static class ModelPaths
{
    /// <summary>With <c>/</c>, without a slash at either end.</summary>
    /// <exception cref="CommandFailedException">One leads out of the model, or is a pattern.</exception>
    public static IEnumerable<string> Relative(string[]? paths) => (paths ?? []).Select(static path =>
    {
        var plain = path.Replace('\\', '/').Trim('/');
        return plain.Length > 0 && plain.Split('/').All(static segment => segment is not ("" or "." or "..")) && plain.IndexOfAny(['*', '?', '[']) < 0
            ? plain
            : throw new CommandFailedException(Rules.Usage, $"--ignore-path '{Printable.Of(path)}' is not a plain path within the model");
    });

    /// <summary>The path of a file that may lie in the model: a signature covers neither itself nor the one it replaces.</summary>
    public static IEnumerable<string> Within(string model, string file)
    {
        if (File.Exists(model))
            return [];

        var relative = Path.GetRelativePath(model, file);
        return relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? []
            : [relative.Replace(Path.DirectorySeparatorChar, '/')];
    }
}
