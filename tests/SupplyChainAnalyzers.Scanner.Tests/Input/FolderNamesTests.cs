using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Input;

public sealed class FolderNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;
    private readonly FolderNames _names = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Modules_beside_a_file_are_seen()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "torch"));
        File.WriteAllText(Path.Combine(_folder, "collections.py"), "");

        var beside = _names.Beside(Path.Combine(_folder, "model.pkl"));
        Assert.Equal(["collections.py", "torch/"], beside.Names.Order());
        Assert.True(beside.HasModule("torch") && beside.HasModule("collections"));
        Assert.False(beside.HasModule("numpy"));
    }

    [Fact]
    public void Each_folder_is_read_once_in_a_row()
    {
        var first = _names.Beside(Path.Combine(_folder, "a"));
        Assert.Same(first, _names.Beside(Path.Combine(_folder, "b")));
        Assert.NotSame(first, _names.Beside("/elsewhere/a"));
        Assert.Empty(_names.Beside("/elsewhere/a").Names);
    }
}
