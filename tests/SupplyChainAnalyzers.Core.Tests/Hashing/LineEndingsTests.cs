using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class LineEndingsTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb\n", "a\r\nb\r\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("\n", "\r\n")]
    [InlineData("a\r\nb\nc\rd\r\r\n\r", "a\nb\nc\rd\r\n\r")]
    public void Other_line_endings_explain_the_difference(string found, string declared) => Assert.True(Explains(found, declared));

    [Theory]
    [InlineData("a\nb\n", "a\nb\n")]
    [InlineData("a\nb\n", "a\nc\r\n")]
    [InlineData("a\nb\n", "a\r\nb\n")]
    [InlineData("", "\r\n")]
    [InlineData("a\0\nb", "a\0\r\nb")]
    public void Anything_else_is_not_explained_by_them(string found, string declared) => Assert.False(Explains(found, declared));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pairs_split_between_blocks_are_converted(bool toCrlf)
    {
        // Lines of every length around the block's, so that some CR and LF fall on both sides of its end.
        var lf = string.Concat(Enumerable.Range(0, 40).Select(static i => new string('x', 6540 + i) + "\n"));
        var crlf = lf.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.True(toCrlf ? Explains(lf, crlf) : Explains(crlf, lf));
    }

    [Fact]
    public void What_is_not_there_explains_nothing() => Assert.False(LineEndings.ExplainsDifference(_folder["missing"], new string('0', 64), 5));

    private bool Explains(string found, string declared)
    {
        var bytes = Encoding.UTF8.GetBytes(declared);
        var job = _folder.File("a", Encoding.UTF8.GetBytes(found));
        return LineEndings.ExplainsDifference(job.Path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}
