using SupplyChainAnalyzers.Core.Locking.GitIgnore;

namespace SupplyChainAnalyzers.Core.Tests.Locking.GitIgnore;

/// <summary>A tree in memory: file paths, and the text of each .gitignore by folder.</summary>
internal sealed class IgnoreTree(IEnumerable<string> files, IReadOnlyDictionary<string, string> ignoreFiles, bool ignoreCase = false)
{
    /// <summary>What a walk sees that enters no ignored folder, ordinal order.</summary>
    public IReadOnlyList<string> Visible()
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        Walk("", null, seen);
        return [.. seen];
    }

    private void Walk(string folder, IgnoreScope? outer, SortedSet<string> seen)
    {
        var text = ignoreFiles.GetValueOrDefault(folder);
        var scope = IgnoreScope.Add(outer, folder, text is null ? null : IgnoreFile.Parse(text, ignoreCase));
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var children = files.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file[prefix.Length..]).ToList();

        foreach (var name in children.Where(child => !child.Contains('/')))
        {
            if (!IgnoreScope.IsIgnored(scope, prefix + name, isDirectory: false))
                seen.Add(prefix + name);
        }

        foreach (var name in children.Where(child => child.Contains('/')).Select(child => child[..child.IndexOf('/')]).Distinct())
        {
            if (!IgnoreScope.IsIgnored(scope, prefix + name, isDirectory: true))
                Walk(prefix + name, scope, seen);
        }
    }
}
