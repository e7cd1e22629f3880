using System.Diagnostics;
using SupplyChainAnalyzers.Core.Locking.GitIgnore;

namespace SupplyChainAnalyzers.Core.Tests.Locking.GitIgnore;

public sealed class IgnoreFileTests
{
    // pattern lines (separated by |), path, whether it is ignored. A path that ends in '/' is a folder.
    [Theory]
    [InlineData("a.onnx", "a.onnx", true)]
    [InlineData("a.onnx", "x/y/a.onnx", true)]
    [InlineData("a.onnx", "a.onnx2", false)]
    [InlineData("A.onnx", "a.onnx", false)]
    [InlineData("/a.onnx", "a.onnx", true)]
    [InlineData("/a.onnx", "x/a.onnx", false)]
    [InlineData("x/a.onnx", "x/a.onnx", true)]
    [InlineData("x/a.onnx", "y/x/a.onnx", false)]
    [InlineData("*.onnx", "x/a.onnx", true)]
    [InlineData("/*.onnx", "x/a.onnx", false)]
    [InlineData("x/*.onnx", "x/a.onnx", true)]
    [InlineData("x/*.onnx", "x/y/a.onnx", false)]
    [InlineData("x/*", "x/.hidden", true)]
    [InlineData("?.onnx", "a.onnx", true)]
    [InlineData("?.onnx", "ab.onnx", false)]
    [InlineData("x?a", "x/a", false)]
    [InlineData("/x?a", "x/a", false)]
    [InlineData("models/", "models/", true)]
    [InlineData("models/", "models", false)]
    [InlineData("models/", "x/models/", true)]
    [InlineData("/models/", "x/models/", false)]
    [InlineData("**/a", "a", true)]
    [InlineData("**/a", "x/y/a", true)]
    [InlineData("**/a/b", "x/a/b", true)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a/**", "a/", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "xa/b", false)]
    [InlineData("a/**b", "a/xb", true)]
    [InlineData("a/**b", "a/x/b", false)]
    [InlineData("a**/b", "ax/b", true)]
    [InlineData("**", "x/y/z", true)]
    [InlineData("[abc].onnx", "b.onnx", true)]
    [InlineData("[!abc].onnx", "b.onnx", false)]
    [InlineData("[^abc].onnx", "d.onnx", true)]
    [InlineData("[a-c].onnx", "c.onnx", true)]
    [InlineData("[c-a].onnx", "b.onnx", false)]
    [InlineData("[]a].onnx", "].onnx", true)]
    [InlineData("[a-].onnx", "-.onnx", true)]
    [InlineData("[\\]].onnx", "].onnx", true)]
    [InlineData("[[:digit:]].onnx", "7.onnx", true)]
    [InlineData("[[:digit:]x].onnx", "x.onnx", true)]
    [InlineData("[![:digit:]].onnx", "7.onnx", false)]
    [InlineData("[[:nonsense:]].onnx", "7.onnx", false)]
    [InlineData("[[:digit].onnx", ":.onnx", true)]
    [InlineData("/x[/]a", "x/a", false)]
    [InlineData("/x[!b]a", "x/a", false)]
    [InlineData("[abc", "[abc", false)]
    [InlineData("\\*.onnx", "*.onnx", true)]
    [InlineData("\\*.onnx", "a.onnx", false)]
    [InlineData("\\#a", "#a", true)]
    [InlineData("#a", "#a", false)]
    [InlineData("\\!a", "!a", true)]
    [InlineData("a\\", "a\\", false)]
    [InlineData("a   ", "a", true)]
    [InlineData("a\\ ", "a ", true)]
    [InlineData("a b", "a b", true)]
    [InlineData(" a", "a", false)]
    [InlineData("a\r", "a", true)]
    [InlineData("\uFEFFa", "a", true)]
    [InlineData("é?", "éx", true)]
    [InlineData("*.onnx|!keep.onnx", "keep.onnx", false)]
    [InlineData("!keep.onnx|*.onnx", "keep.onnx", true)]
    [InlineData("*.onnx|!keep.onnx|keep.*", "keep.onnx", true)]
    [InlineData("/", "a/", false)]
    [InlineData("!", "!", false)]
    [InlineData("", "a", false)]
    public void Follows_gitignore(string lines, string path, bool ignored)
    {
        var file = IgnoreFile.Parse(lines.Replace('|', '\n'), ignoreCase: false);
        Assert.Equal(ignored, file.Decide(path.TrimEnd('/'), path.EndsWith('/')) ?? false);
    }

    [Fact]
    public void An_ignored_folder_is_closed_to_later_patterns() =>
        Assert.Equal(
            ["keep/b.onnx"],
            new IgnoreTree(["models/a.onnx", "keep/b.onnx"], Root("models/\n!models/a.onnx\n")).Visible());

    [Fact]
    public void The_inner_file_wins_over_the_outer_one() =>
        Assert.Equal(
            ["x/a.onnx"],
            new IgnoreTree(
                ["a.onnx", "x/a.onnx", "x/b.onnx", "y/a.onnx"],
                new Dictionary<string, string> { [""] = "*.onnx", ["x"] = "!/a.onnx" }).Visible());

    [Fact]
    public void A_pattern_of_an_inner_file_starts_at_its_folder() =>
        Assert.Equal(
            ["a.onnx", "x/y/a.onnx"],
            new IgnoreTree(["a.onnx", "x/a.onnx", "x/y/a.onnx"], new Dictionary<string, string> { ["x"] = "/a.onnx" }).Visible());

    [Fact]
    public void Case_is_ignored_where_the_file_system_ignores_it() =>
        Assert.Equal(
            ["É.onnx"],
            new IgnoreTree(["A.ONNX", "É.onnx"], Root("a.onnx\né.onnx"), ignoreCase: true).Visible());

    [Fact]
    public void A_pattern_longer_than_any_path_is_dropped() =>
        Assert.Null(IgnoreFile.Parse(new string('*', IgnorePattern.MaxLength + 1), ignoreCase: false).Decide("a", isDirectory: false));

    // 2^40 steps for a matcher that backtracks; a few million for one that does not.
    [Fact]
    public void Many_stars_cost_no_more_than_their_length()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/a*", 200)) + "b";
        var path = string.Join('/', Enumerable.Repeat("aaaaaaaa", 100));
        Assert.Null(IgnoreFile.Parse(pattern, ignoreCase: false).Decide(path, isDirectory: false));
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(20240607);
        var alphabet = "ab/*?[]!^-\\:# \r\n\0é.\u202E".ToCharArray();
        for (var i = 0; i < 20_000; i++)
        {
            var file = IgnoreFile.Parse(new string(random.GetItems(alphabet, random.Next(24))), random.Next(2) == 0);
            file.Decide(new string(random.GetItems(alphabet, random.Next(12))), random.Next(2) == 0);
        }
    }

    // The judge is git itself: the same random tree and patterns must give the same list of files.
    [SkippableGitFact]
    public void Agrees_with_git_on_random_trees()
    {
        var random = new Random(7);
        for (var round = 0; round < 120; round++)
        {
            var (files, ignoreFiles) = RandomTree.Make(random);
            var expected = Git.Visible(files, ignoreFiles);
            var actual = new IgnoreTree(files.Concat(ignoreFiles.Keys.Select(Path)), ignoreFiles).Visible();
            Assert.True(
                expected.SequenceEqual(actual),
                $"round {round}: " + string.Join(" ; ", ignoreFiles.Select(pair => $"{pair.Key}: {pair.Value.Replace("\n", "⏎", StringComparison.Ordinal)}"))
                + $"\ngit only: {string.Join(", ", expected.Except(actual))}\nours only: {string.Join(", ", actual.Except(expected))}");
        }

        static string Path(string folder) => folder.Length == 0 ? ".gitignore" : folder + "/.gitignore";
    }

    private static Dictionary<string, string> Root(string text) => new() { [""] = text };

    private static class Git
    {
        public static List<string> Visible(IReadOnlyList<string> files, IReadOnlyDictionary<string, string> ignoreFiles)
        {
            var root = Directory.CreateTempSubdirectory("sca-git-").FullName;
            try
            {
                foreach (var file in files)
                {
                    Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(root, file))!);
                    File.WriteAllBytes(System.IO.Path.Combine(root, file), []);
                }

                foreach (var (folder, text) in ignoreFiles)
                    File.WriteAllText(System.IO.Path.Combine(root, folder, ".gitignore"), text);

                Run(root, "init", "-q");
                var list = Run(root, "-c", "core.excludesFile=", "-c", "core.ignoreCase=false", "ls-files", "--others", "--exclude-standard", "-z");
                return [.. list.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }
        }

        private static string Run(string folder, params string[] arguments)
        {
            var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
            foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
                start.Environment.Remove(name);

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output;
        }
    }
}
