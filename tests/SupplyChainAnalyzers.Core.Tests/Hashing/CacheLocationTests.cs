using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class CacheLocationTests
{
    [LinuxFact]
    public void XDG_CACHE_HOME_comes_first() =>
        Assert.Equal("/x/cache/supply-chain-analyzers", Default(("XDG_CACHE_HOME", "/x/cache"), ("HOME", "/home/a")));

    [LinuxFact]
    public void HOME_comes_second() => Assert.Equal("/home/a/.cache/supply-chain-analyzers", Default(("HOME", "/home/a")));

    [LinuxFact]
    public void Relative_path_is_passed_over()
    {
        // The specification says so; and inside MSBuild there is no current directory to be relative to.
        Assert.Equal("/home/a/.cache/supply-chain-analyzers", Default(("XDG_CACHE_HOME", "cache"), ("HOME", "/home/a")));
        Assert.Null(Default(("HOME", "home")));
    }

    [Fact]
    public void Without_a_profile_there_is_no_cache() => Assert.Null(Default());

    private static string? Default(params (string Name, string Value)[] variables) =>
        CacheLocation.Default(name => Array.Find(variables, variable => variable.Name == name).Value);
}
