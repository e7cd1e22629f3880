using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyPathsTests
{
    [Theory]
    [InlineData("/org/repo/p.json", "base.json", "/org/repo/base.json")]
    [InlineData("/org/repo/p.json", "../base.json", "/org/base.json")]
    [InlineData("/org/repo/p.json", "../../base.json", "/base.json")]
    [InlineData("/p.json", "keys/a.pem", "/keys/a.pem")]
    [InlineData("/org/repo/p.json", "a/../b.json", "/org/repo/b.json")]
    [InlineData(@"C:\org\repo\p.json", "../base.json", @"C:\org\base.json")]
    [InlineData(@"\\server\share\p.json", "k/a.pem", @"\\server\share\k\a.pem")]
    public void Path_counts_from_the_folder_of_the_file(string file, string relative, string expected)
    {
        Assert.Equal(expected, PolicyPaths.Resolve(file, relative, out string reason));
        Assert.Empty(reason);
    }

    [Theory]
    [InlineData("/etc/a", "absolute")]
    [InlineData(@"\a", "absolute")]
    [InlineData(@"a\b", "backslash")]
    [InlineData("C:/a", "colon")]
    [InlineData("https://a/b", "colon")]
    [InlineData("a//b", "empty")]
    [InlineData("./a", "'.'")]
    [InlineData("a/", "empty")]
    [InlineData("..", "folder")]
    [InlineData("a/..", "folder")]
    [InlineData("../../../a", "root")]
    public void Path_that_is_not_plain_is_refused_with_the_reason(string relative, string reason)
    {
        Assert.Null(PolicyPaths.Resolve("/org/repo/p.json", relative, out string why));
        Assert.Contains(reason, why);
    }

    [Theory]
    [InlineData("/org/repo/p.json", "/org/repo/a.pem", "a.pem")]
    [InlineData("/org/repo/p.json", "/org/keys/a.pem", "../keys/a.pem")]
    [InlineData("/org/repo/p.json", "/a.pem", "../../a.pem")]
    [InlineData("/p.json", "/keys/a.pem", "keys/a.pem")]
    [InlineData(@"C:\org\p.json", @"C:\keys\a.pem", "../keys/a.pem")]
    public void Relative_is_the_other_direction(string file, string target, string expected)
    {
        Assert.Equal(expected, PolicyPaths.Relative(file, target));
        Assert.Equal(target, PolicyPaths.Resolve(file, expected, out _));
    }
}
