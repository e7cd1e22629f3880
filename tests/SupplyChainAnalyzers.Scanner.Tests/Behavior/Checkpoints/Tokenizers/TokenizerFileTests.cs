using System.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Fuzz;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Tokenizers;

public sealed class TokenizerFileTests
{
    private const string Text = """
        {"version":"1.0","added_tokens":[{"id":5,"content":"<s>","single_word":false,"special":true}],"normalizer":{"type":"NFC"},
         "pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\s+"},"behavior":"Isolated"},{"type":"ByteLevel","add_prefix_space":true,"use_regex":false}]},
         "model":{"type":"BPE","dropout":null,"ignore_merges":true,"vocab":{"a":0,"b":1,"ab":2,"c":3,"abc":4},"merges":["a b",["ab","c"]]}}
        """;

    [Fact]
    public void All_that_counts_is_read()
    {
        var file = Read(Text);

        Assert.Equal(("BPE", 5, true), (file.Kind, file.Vocabulary.Count, file.IgnoresMerges));
        Assert.Equal([("a", "b"), ("ab", "c")], file.Merges);
        Assert.Equal([new AddedToken(5, "<s>", true)], file.Specials);
        Assert.Equal([new TokenizerStep("Split", @"\s+", true, false), new TokenizerStep("ByteLevel", null, false, true)], file.Splitters);
        Assert.Equal(["a", "b", "ab", "c", "abc", "<s>"], file.Facts().Tokens);
    }

    [Fact]
    public void Unigram_counts_its_tokens_by_their_places() => Assert.Equal(1, Read("""{"model":{"type":"Unigram","vocab":[["<unk>",0],["\u2581a",-2.5]]}}""").Vocabulary["\u2581a"]);

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"model":{"vocab":{"a":-1}}}""")]
    [InlineData("""{"model":{"vocab":{"a":1e3}}}""")]
    [InlineData("""{"model":{"vocab":{"a":9999999999}}}""")]
    [InlineData("""{"model":{"vocab":{"a":1},"merges":[1]}}""")]
    [InlineData("""{"added_tokens":[{"content":"x"}]}""")]
    [InlineData("""{"model":"x"}""")]
    public void What_is_no_tokenizer_is_refused(string text) => Assert.Throws<DamagedFileException>(() => Read(text));

    [Fact]
    public void Damaged_files_are_refused_or_read()
    {
        var (mutator, bytes) = (new ByteMutator(new Random(7)), Encoding.UTF8.GetBytes(Text));
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            try
            {
                TokenizerFile.Read(new MemorySource(mutator.Mutate(bytes, bytes))).Facts();
                read++;
            }
            catch (Exception e) when (e is DamagedFileException or LimitExceededException)
            {
                // that is what it is for
            }
        }

        Assert.True(read > 100, $"{read} were read");
    }

    private static TokenizerFile Read(string text) => TokenizerFile.Read(new MemorySource(Encoding.UTF8.GetBytes(text)));
}
