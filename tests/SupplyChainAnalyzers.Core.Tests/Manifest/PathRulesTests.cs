using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class PathRulesTests
{
    [Theory]
    [InlineData("model.onnx")]
    [InlineData("a/b/c.bin")]
    [InlineData(".cache/x")]
    [InlineData("..a/b..c")]
    [InlineData("a b/c d.bin")]
    [InlineData("é/日本/\U0001F600")]
    [InlineData("com/lpt/console/nulls.txt")]
    [InlineData("COM10.txt")]
    [InlineData("a$b;c%20,d=(1)")]
    public void Safe(string path) => Assert.True(PathRules.IsSafe(path, out _));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("/a", "is absolute; it must be relative")]
    [InlineData("//server/share", "is absolute; it must be relative")]
    [InlineData("C:a", "has a colon (a drive or a stream on Windows)")]
    [InlineData("a:stream", "has a colon (a drive or a stream on Windows)")]
    [InlineData("a\\b", "has a backslash; the separator is '/'")]
    [InlineData("..", "has a '..' segment")]
    [InlineData("a/../b", "has a '..' segment")]
    [InlineData(".", "has a '.' segment")]
    [InlineData("./a", "has a '.' segment")]
    [InlineData("a//b", "has an empty segment ('//' or a '/' at its end)")]
    [InlineData("a/", "has an empty segment ('//' or a '/' at its end)")]
    [InlineData("a./b", "has a segment that ends in a dot or a space, which Windows drops")]
    [InlineData("...", "has a segment that ends in a dot or a space, which Windows drops")]
    [InlineData("a /b", "has a segment that ends in a dot or a space, which Windows drops")]
    [InlineData("a\tb", "has the control character U+0009")]
    [InlineData("a\0", "has the control character U+0000")]
    [InlineData("a\u0085b", "has the control character U+0085")]
    [InlineData("a/nul", "has a segment that names a device on Windows")]
    [InlineData("NUL.tar.gz", "has a segment that names a device on Windows")]
    [InlineData("aux .txt", "has a segment that names a device on Windows")]
    [InlineData("Com1/x", "has a segment that names a device on Windows")]
    [InlineData("COM¹", "has a segment that names a device on Windows")]
    [InlineData("lpt³.bin", "has a segment that names a device on Windows")]
    [InlineData("CONIN$", "has a segment that names a device on Windows")]
    [InlineData("e\u0301", "is not in Unicode normalisation form C")]
    public void Unsafe(string path, string expected)
    {
        Assert.False(PathRules.IsSafe(path, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_unsafe() => Assert.False(PathRules.IsSafe("a\ud800", out _));

    [Fact]
    public void Lengths_count_in_UTF8()
    {
        Assert.True(PathRules.IsSafe(new string('a', 255), out _));
        Assert.False(PathRules.IsSafe(new string('a', 256), out _));
        Assert.True(PathRules.IsSafe(new string('é', 127), out _));
        Assert.False(PathRules.IsSafe(new string('é', 128), out _));
        Assert.True(PathRules.IsSafe(string.Join("/", Enumerable.Repeat(new string('a', 255), 4)), out _));
        Assert.False(PathRules.IsSafe(string.Join("/", Enumerable.Repeat(new string('a', 255), 4)) + "/b", out _));
    }

    [Fact]
    public void A_folder_may_be_the_lock_folder_itself()
    {
        Assert.True(PathRules.IsSafeFolder(".", out _));
        Assert.False(PathRules.IsSafeFolder("./a", out _));
    }

    [Fact]
    public void Resolved_paths_stay_below_the_lock()
    {
        var root = Path.Combine(Path.GetTempPath(), "repo");
        Assert.Equal(Path.Combine(root, "m", "a", "b"), PathRules.Resolve(root, "m", "a/b"));
        Assert.Equal(Path.Combine(root, "a"), PathRules.Resolve(root, ".", "a"));
        Assert.Throws<ArgumentException>(() => PathRules.Resolve(root, "..", "a"));
        Assert.Throws<ArgumentException>(() => PathRules.Resolve(root, "m", "/a"));
    }
}
