namespace SupplyChainAnalyzers.Cli.Tests.Commands;

public sealed class CacheCommandTests
{
    [Fact]
    public void Clear_removes_our_folder_only()
    {
        using var folder = new CliFolder();
        var ours = Path.Combine(folder.Cache, "supply-chain-analyzers");
        folder.Write(Path.Combine(ours, "x"), "12345").Write(Path.Combine(folder.Cache, "another-tool", "y"), "");
        Assert.Contains("1 file, 5 bytes", folder.Run("cache", "clear").Ended(0).Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(ours));
        Assert.True(File.Exists(Path.Combine(folder.Cache, "another-tool", "y")));
        Assert.Equal("nothing to clear\n", folder.Run("cache", "clear").Ended(0).Out);
    }

    [Fact]
    public void A_link_in_its_place_is_not_followed()
    {
        using var folder = new CliFolder().Write("precious/x", "1");
        Directory.CreateDirectory(folder.Cache);
        Directory.CreateSymbolicLink(Path.Combine(folder.Cache, "supply-chain-analyzers"), folder.Full("precious"));
        folder.Run("cache", "clear").Ended(2);
        Assert.True(File.Exists(folder.Full("precious/x")));
    }
}
