using System.Text;
using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

public sealed class BytePairTokenizerTests
{
    private const string Level = """{"type":"ByteLevel","add_prefix_space":false,"use_regex":true}""";

    /// <summary>Against the tokenizer of Samples/prompts/make.py.</summary>
    [Fact]
    public void Texts_have_the_tokens_that_were_computed_elsewhere()
    {
        var tokenizer = PromptModels.Tokenizer("d001");
        using var expected = JsonDocument.Parse(SampleFile.Read("prompts", "d001/encodings.json"));

        Assert.All(expected.RootElement.EnumerateObject(), text => Assert.Equal(text.Value.EnumerateArray().Select(static id => id.GetInt64()), tokenizer.Encode(text.Name)));
    }

    [Theory]
    [InlineData("  two  spaces\n\n and\ttabs ")]
    [InlineData("<|user|>h\u00e9llo \u4f60\u597d \ud83d\ude00<|end|>")]
    [InlineData("")]
    public void Tokens_give_the_text_again(string text)
    {
        var tokenizer = PromptModels.Tokenizer("d001");
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Fact]
    public void Random_texts_come_back()
    {
        var (tokenizer, random) = (PromptModels.Tokenizer("d001"), new Random(5));
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => char.ConvertFromUtf32(random.Next(5) == 0 ? random.Next(0xE000, 0x2FFFF) : random.Next(1, 0x2FF))));
            Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
        }
    }

    [Theory]
    [InlineData("""{"type":"Metaspace"}""")]
    [InlineData("""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated"},{"type":"ByteLevel","use_regex":false}]}""")]
    public void Way_of_cutting_words_that_is_not_known_is_refused(string splitter) => Assert.Throws<CheckSkippedException>(() => Of(splitter));

    [Fact]
    public void Merges_are_made_in_their_order() => Assert.Equal([4], Of(Level).Encode("abc"));

    [Fact]
    public void Text_that_is_too_long_is_refused() => Assert.Throws<CheckSkippedException>(() => Of(Level).Encode(new string('a', BytePairTokenizer.MaxText + 1)));

    private static BytePairTokenizer Of(string splitter) => new(TokenizerFile.Read(new MemorySource(Encoding.UTF8.GetBytes(
        "{\"pre_tokenizer\":" + splitter + ""","model":{"type":"BPE","vocab":{"a":0,"b":1,"c":2,"bc":3,"abc":4,"ab":5},"merges":["b c","a b","a bc"]}}"""))));
}
