namespace SupplyChainAnalyzers.Core.Tests.Locking.GitIgnore;

/// <summary>Small random trees with random .gitignore files whose patterns often name something that is there.</summary>
internal static class RandomTree
{
    private static readonly string[] Names = ["a", "b", "ab", "foo", "foo.x", "a b", "[a]", "é", "#x", "!x", "a\\", "A", "b ", "-"];

    private static readonly string[] Pieces =
        ["a", "b", "foo", "foo.x", "*", "**", "?", "/", "/", "/", "**/", "/**", "[ab]", "[!a]", "[a-f]", "[[:alpha:]]", "\\[", "\\", " ", "é", "[", "]", "!", "#", "-", "x", "***"];

    public static (IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> IgnoreFiles) Make(Random random)
    {
        // A name is a folder or a file, never both.
        string[] folders = ["", .. Enumerable.Range(0, 3).SelectMany(_ => Branch(random)).Distinct()];
        var files = folders
            .SelectMany(folder => random.GetItems(Names, 4).Select(name => (folder.Length == 0 ? "" : folder + "/") + name + (random.Next(3) == 0 ? "" : ".x")))
            .Distinct()
            .Where(file => !folders.Contains(file))
            .ToList();

        var ignoreFiles = new Dictionary<string, string>();
        foreach (var folder in folders.Where(folder => folder.Length == 0 || (random.Next(3) == 0 && files.Any(file => file.StartsWith(folder + "/", StringComparison.Ordinal)))))
            ignoreFiles[folder] = string.Join('\n', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pattern(random)));

        return (files, ignoreFiles);
    }

    private static IEnumerable<string> Branch(Random random)
    {
        var path = "";
        for (var depth = random.Next(1, 4); depth > 0; depth--)
        {
            path += (path.Length == 0 ? "" : "/") + random.GetItems(Names, 1)[0];
            yield return path;
        }
    }

    private static string Pattern(Random random) =>
        (random.Next(4) == 0 ? "!" : "") + string.Concat(random.GetItems(Pieces, random.Next(1, 6))) + (random.Next(4) == 0 ? "/" : "");
}
