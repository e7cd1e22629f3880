using SupplyChainAnalyzers.Core.Sources.Python;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Python;

public sealed class PyTokenizerTests
{
    [Theory]
    [InlineData("f(a, b='c')", "f|(|a|,|b|=|c|)")]
    [InlineData("x = 1e-5 + 0x_fe.real", "x|=|1e-5|+|0x_fe|.|real")]
    [InlineData("1if x else 2", "1|if|x|else|2")]
    [InlineData("r'\\n' '\\x41' \"\"\"a'\n\"b\"\"\"", "\\n|A|a'\n\"b")]
    [InlineData("rb'a' Rf'{b}'", "a|{b}")]
    [InlineData("xy'a'", "xy|a")]
    [InlineData("a = \\\r\n 'b' # c", "a|=|b")]
    [InlineData("'a\\\r\nb'", "ab")]
    public void Tokens_are_told_apart(string source, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokens(source).Select(static token => token.Text)));

    [Theory]
    [InlineData("f'{a[\"b\"]}' c", "{a[\"b\"]}|c")]
    [InlineData("f'{a['b']}' c", "{a['b']}|c")]
    [InlineData("f'{a:\">{w}}' c", "{a:\">{w}}|c")]
    [InlineData("f'{{' c '}}'", "{{|c|}}")]
    [InlineData("f'''{a\n['''b''']}''' c", "{a\n['''b''']}|c")]
    [InlineData("f'{a' c", "{a|c")]
    [InlineData("f'{a\nb", "{a|b")]
    public void Strings_in_the_holes_of_a_string_do_not_end_it(string source, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokens(source).Select(static token => token.Text)));

    [Fact]
    public void String_that_is_not_closed_ends_with_its_line()
    {
        var lines = new PyTokenizer("a = 'b\nc = 1").Lines().ToList();

        Assert.Equal(2, lines.Count);
        Assert.Equal("b", lines[0].Tokens[2].Text);
    }

    [Fact]
    public void Lines_go_on_in_brackets()
    {
        var lines = new PyTokenizer("f(\n a,\n\n b)\n  c").Lines().ToList();

        Assert.Equal([0, 2], lines.Select(static line => line.Indent));
    }

    [Fact]
    public void Every_token_says_where_it_stands()
    {
        const string Source = "\uFEFFa = f\"{b}\" + rb'\\x00'  # c\n(1.5e3)";

        foreach (var token in Tokens(Source))
            Assert.Contains(token.IsString ? token.Text[..1] : token.Text, Source[token.Offset..token.End], StringComparison.Ordinal);
        Assert.Equal(["a", "=", "f\"{b}\"", "+", "rb'\\x00'", "(", "1.5e3", ")"], Tokens(Source).Select(static token => Source[token.Offset..token.End]));
    }

    [Fact]
    public void A_part_of_a_text_is_read_alone() =>
        Assert.Equal(["b", "c"], new PyTokenizer("a 'b c' d", start: 3, end: 6).Lines().Single().Tokens.Select(static token => token.Text));

    private static IEnumerable<PyToken> Tokens(string source) => new PyTokenizer(source).Lines().SelectMany(static line => line.Tokens);
}
