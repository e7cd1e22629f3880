using System.Text;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

public sealed class LfsPointerTests
{
    private const string Oid = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393";

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:{0}\nsize 12345\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\r\noid sha256:{0}\r\nsize 12345\r\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\next-0-foo sha256:00\noid sha256:{0}\nsize 12345\n")]
    [InlineData("version https://hawser.github.com/spec/v1\noid sha256:{0}\nsize 12345\n")]
    public void Pointer_tells_digest_and_size(string text)
    {
        Assert.True(TryParse(text.Replace("{0}", Oid, StringComparison.Ordinal), out var oid, out var size));
        Assert.Equal(Oid, oid);
        Assert.Equal(12345, size);
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:{0}\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\nsize 5\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:zz\nsize 5\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:{0}\nsize -5\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:{0}\nsize 99999999999999999999\n")]
    [InlineData("version https://example.org/spec/v1\noid sha256:{0}\nsize 5\n")]
    [InlineData("about version https://git-lfs.github.com/spec/v1\noid sha256:{0}\nsize 5\n")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.False(TryParse(text.Replace("{0}", Oid, StringComparison.Ordinal), out _, out _));

    [Fact]
    public void Text_as_long_as_a_pointer_may_not_be_is_none()
    {
        var text = $"version https://git-lfs.github.com/spec/v1\noid sha256:{Oid}\nsize 5\n";

        Assert.True(TryParse(text.PadRight(LfsPointer.MaxLength - 1, '\n'), out _, out _));
        Assert.False(TryParse(text.PadRight(LfsPointer.MaxLength, '\n'), out _, out _));
    }

    private static bool TryParse(string text, out string oid, out long size)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return LfsPointer.TryParse(bytes, bytes.Length, out oid, out size);
    }
}
