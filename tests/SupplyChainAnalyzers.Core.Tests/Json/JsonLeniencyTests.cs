using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Tests.Json;

public sealed class JsonLeniencyTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{ \"a\": 1, }", "{ \"a\": 1  }")]
    [InlineData("[1,2,/* x */]", "[1,2        ]")]
    [InlineData("[1,2, // x\n]", "[1,2      \n]")]
    [InlineData("{ \"a\": \"// no, } comment\" }", "{ \"a\": \"// no, } comment\" }")]
    [InlineData("{ \"a\\\"//\": 1 }", "{ \"a\\\"//\": 1 }")]
    [InlineData("[1,,]", "[1, ]")]
    [InlineData("/* never closed", "               ")]
    [InlineData("\"never closed, ]", "\"never closed, ]")]
    [InlineData("\uFEFF[]", " []")]
    [InlineData("a/b", "a/b")]
    [InlineData("\\", "\\")]
    public void Comments_and_last_commas_become_space(string text, string plain) => Assert.Equal(plain, JsonLeniency.Plain(text));
}
