using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Checks;

public sealed class TokenizerDifferenceTests
{
    private const string Own = """{"added_tokens":[{"id":3,"content":"<s>","special":true}],"model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}}""";

    private static readonly byte[] Model = WeightFiles.SafeTensors(WeightFiles.Model());

    [Fact]
    public void Same_tokenizer_is_no_finding() => Assert.Equal(CheckOutcome.NoFinding, Run(Own).Outcome);

    [Theory]
    [InlineData("\"b\":1", "\"c\":1", "row 1 is 'c', was 'b'")]
    [InlineData("\"special\":true", "\"special\":false", "'<s>' is no longer special")]
    [InlineData("\"a b\"", "\"b a\"", "other merges")]
    [InlineData("\"ab\":2", "\"ab\":2,\"abc\":4", "added tokens: 'abc'")]
    public void What_differs_is_named(string from, string to, string shown)
    {
        var result = Run(Own.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal((CheckOutcome.Suspicious, Rules.TokenizerChanged), (result.Outcome, result.Rule));
        Assert.Contains(shown, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_of_gguf_files_are_compared()
    {
        var file = SampleFile.Read("weights", "llama.gguf");
        var changed = (byte[])file.Clone();
        var at = file.AsSpan().IndexOf("os.system"u8);
        "os.remove"u8.CopyTo(changed.AsSpan(at));

        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("tokenizer", file, file).Outcome);
        Assert.Contains("is 'os.remove', was 'os.system'", WeightFiles.Run("tokenizer", changed, file).Words, StringComparison.Ordinal);
    }

    private static CheckResult Run(string tokenizer) => WeightFiles.Run("tokenizer", Model, Model, WeightFiles.Texts((Companions.Tokenizer, tokenizer)), WeightFiles.Texts((Companions.Tokenizer, Own)));
}
