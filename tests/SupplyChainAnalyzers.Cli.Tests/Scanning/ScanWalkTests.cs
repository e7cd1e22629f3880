using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Tests.Scanning;

public sealed class ScanWalkTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_below_a_folder_is_found_but_version_control()
    {
        _folder.Write("a/b/c.pkl", []).Write("a/.git/x", []).Write("a/node_modules/y", []).Write("a/.venv/pyvenv.cfg", []).Write("z", []);
        Assert.Equal(["a/.venv/pyvenv.cfg", "a/b/c.pkl", "a/node_modules/y", "z"], Names(Walk([], ".")));
    }

    [Fact]
    public void Path_that_is_named_twice_is_found_once()
    {
        _folder.Write("a/b/c", []).Write("a/d", []);
        Assert.Equal(["a/b/c", "a/d"], Names(Walk([], "a", "a/b", "a/b/c", "a/", "./a/d")));
    }

    [Theory]
    [InlineData("*.md", "a/b/c.pkl a/d.pkl")]
    [InlineData("b", "a/d.pkl a/e.md")]
    [InlineData("b/**", "a/d.pkl a/e.md")]
    [InlineData("a/b", "a/b/c.pkl a/d.pkl a/e.md")]
    [InlineData("*", "")]
    public void Pattern_leaves_out_names_or_paths_below_the_named_folder(string pattern, string left)
    {
        _folder.Write("a/b/c.pkl", []).Write("a/d.pkl", []).Write("a/e.md", []);
        Assert.Equal(left, string.Join(' ', Names(Walk([pattern], "a"))));
    }

    [Fact]
    public void Missing_path_is_a_problem_and_ends_nothing()
    {
        _folder.Write("a", []);
        var found = Walk([], "missing", "a");
        Assert.Equal(["a", "missing"], Names(found));
        Assert.Equal("SCA0005", Assert.Single(found, static target => target.Problem is not null).Problem!.Rule.Id);
    }

    [UnixFact]
    public void Links_to_files_are_followed_and_links_to_folders_are_not()
    {
        _folder.Write("a/f", []).Write("elsewhere/g", []);
        File.CreateSymbolicLink(_folder.Full("a/link"), "f");
        File.CreateSymbolicLink(_folder.Full("a/dangling"), "nowhere");
        File.CreateSymbolicLink(_folder.Full("a/itself"), "itself");
        Directory.CreateSymbolicLink(_folder.Full("a/loop"), ".");
        Directory.CreateSymbolicLink(_folder.Full("a/out"), "../elsewhere");
        var found = Walk([], "a");
        Assert.Equal(["a/dangling", "a/f", "a/itself", "a/link", "a/out"], Names(found));
        Assert.Equal(["SCA0005", "SCA0005", "SCA3001"], found.OrderBy(static target => target.Name, StringComparer.Ordinal).Where(static target => target.Problem is not null).Select(static target => target.Problem!.Rule.Id));
    }

    [UnixFact]
    public void Folder_that_is_itself_a_link_is_entered_when_it_is_named()
    {
        _folder.Write("a/f", []);
        Directory.CreateSymbolicLink(_folder.Full("b"), "a");
        Directory.CreateSymbolicLink(_folder.Full("a/up"), "../a");
        Assert.Equal(["b/f"], Names(Walk([], "b")));
    }

    [Fact]
    public void Folders_are_entered_to_a_depth_and_no_further()
    {
        _folder.Write(string.Concat(Enumerable.Repeat("d/", 105)) + "f", []);
        var target = Assert.Single(Walk([], "d"));
        Assert.Contains("folders deep", target.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_are_shared_out_and_none_is_lost()
    {
        var targets = Enumerable.Range(0, 5_000).Select(static i => new ScanTarget($"/{i}", $"{i}", 1_000)).ToList();
        var batches = ScanBatches.Of(targets, 2).ToList();
        Assert.Equal(targets, batches.SelectMany(static batch => batch));
        Assert.All(batches, static batch => Assert.InRange(batch.Count, 1, 1_000));
        Assert.Equal(2, ScanBatches.Of(targets.Take(400), 2).Count());
        Assert.Single(ScanBatches.Of(targets.Take(40), 2));
    }

    private List<ScanTarget> Walk(string[] excluded, params string[] paths)
    {
        var host = new CommandHost { Out = TextWriter.Null, Error = TextWriter.Null, CurrentDirectory = _folder.Root, Variable = static _ => null, BaseDirectory = _folder.Root };
        return [.. new ScanWalk(host, [.. excluded.Select(static pattern => new Glob(pattern))]).Run(paths)];
    }

    private static IEnumerable<string> Names(IEnumerable<ScanTarget> targets) => targets.Select(static target => target.Name).Order(StringComparer.Ordinal);
}
