using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class LockLocatorTests : IDisposable
{
    private readonly string _outer = Directory.CreateTempSubdirectory("locator").FullName;
    private readonly string _repository;
    private readonly string _project;

    public LockLocatorTests()
    {
        _repository = Path.Combine(_outer, "repo");
        _project = Directory.CreateDirectory(Path.Combine(_repository, "src", "app")).FullName;
        Directory.CreateDirectory(Path.Combine(_repository, ".git"));
    }

    public void Dispose() => Directory.Delete(_outer, recursive: true);

    private static string Put(string folder)
    {
        var path = Path.Combine(folder, ModelsLock.FileName);
        File.WriteAllText(path, "");
        return path;
    }

    [Fact]
    public void The_nearest_lock_wins_and_the_root_is_still_found()
    {
        Put(_repository);
        var nearest = Put(Path.Combine(_repository, "src"));
        Assert.True(LockLocator.FindNearest(_project, out var found, out var root));
        Assert.Equal(nearest, found);
        Assert.Equal(_repository, root);
    }

    [Fact]
    public void The_lock_in_the_root_of_the_repository_is_found()
    {
        var expected = Put(_repository);
        Assert.True(LockLocator.FindNearest(_project, out var found));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_lock_above_the_repository_is_another_matter()
    {
        Put(_outer);
        Assert.False(LockLocator.FindNearest(_project, out var found, out var root));
        Assert.Null(found);
        Assert.Equal(_repository, root);
    }

    [Fact]
    public void A_worktree_or_submodule_ends_where_its_git_file_lies()
    {
        Put(_repository);
        File.WriteAllText(Path.Combine(_repository, "src", ".git"), "gitdir: elsewhere");
        Assert.False(LockLocator.FindNearest(_project, out _));
    }

    [Fact]
    public void Without_a_repository_the_search_goes_on_to_the_top()
    {
        Directory.Delete(Path.Combine(_repository, ".git"));
        var expected = Put(_outer);
        Assert.True(LockLocator.FindNearest(_project + Path.DirectorySeparatorChar, out var found));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_folder_of_that_name_is_no_lock()
    {
        Directory.CreateDirectory(Path.Combine(_project, ModelsLock.FileName));
        Assert.False(LockLocator.FindNearest(_project, out _));
    }

    [Fact]
    public void A_folder_that_does_not_exist_yet_has_the_lock_above_it()
    {
        Put(_repository);
        Assert.True(LockLocator.FindNearest(Path.Combine(_project, "obj", "new"), out _));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_not_passed_over_for_a_lock_further_up()
    {
        if (OperatingSystem.IsWindows())
            return; // links need a right there

        Put(_repository);
        var link = Path.Combine(_project, ModelsLock.FileName);
        File.CreateSymbolicLink(link, Path.Combine(_project, "gone"));
        Assert.True(LockLocator.FindNearest(_project, out var found));
        Assert.Equal(link, found);
    }
}
