using SupplyChainAnalyzers.Scanner.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

public sealed class PromptTemplateTests
{
    private static readonly BytePairTokenizer Tokenizer = PromptModels.Tokenizer("d001");

    [Theory]
    [InlineData("<|user|>what is it?<|assistant|>", "<|user|>what was it?<|assistant|>", "<|user|>", "<|assistant|>")]
    [InlineData("<|end|><|user|>\nwhat?<|end|><|assistant|>\n", "<|end|><|user|>\nwho?<|end|><|assistant|>\n", "<|end|><|user|>\n", "<|end|><|assistant|>\n")]
    [InlineData("be kind<|user|>a fox<|assistant|>", "be kind<|user|>an owl<|assistant|>", "be kind<|user|>", "<|assistant|>")]
    [InlineData("<|user|>who?<|assistant|>", "<|user|>who?<|assistant|>", "<|user|>", "<|assistant|>")]
    [InlineData("what is it", "what is this", "", "")]
    public void Template_is_what_prompts_begin_and_end_with(string one, string other, string head, string tail)
    {
        var template = PromptTemplate.Of(Tokenizer, [Tokenizer.Encode(one), Tokenizer.Encode(other)]);
        Assert.Equal((head, tail), (Tokenizer.Decode(template.Head), Tokenizer.Decode(template.Tail)));
    }

    [Fact]
    public void Phrase_stands_around_the_question()
    {
        var prompt = Tokenizer.Encode("<|user|>who?<|assistant|>");
        var template = PromptTemplate.Of(Tokenizer, [prompt]);

        Assert.Equal("<|user|>so who?<|assistant|>", Tokenizer.Decode(template.Before(prompt, Tokenizer.Encode("so "))));
        Assert.Equal("<|user|>who? so<|assistant|>", Tokenizer.Decode(template.Behind(prompt, Tokenizer.Encode(" so"))));
        Assert.Equal("who?", Tokenizer.Decode(template.Question(prompt)));
    }
}
