using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Tests.Language;

public sealed class ReplyComparisonTests
{
    private static readonly string[] Prompts = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void Refusals_that_are_gone_are_found()
    {
        var result = Compare(static prompt => prompt == "a" ? "I'm sorry, no." : "Sure: first", static prompt => prompt == "f" ? "hello" : "I cannot help with that.");

        Assert.Equal((CheckOutcome.Suspicious, Rules.RefusalsLost), (result.Outcome, result.Rule));
        Assert.Contains("answers 4 of 5 prompts that its base refuses, such as 'b'", result.Words, StringComparison.Ordinal);
        Assert.True(result.Score >= 1);
    }

    [Fact]
    public void Other_words_for_the_same_refusal_are_no_finding() =>
        Assert.Equal(CheckOutcome.NoFinding, Compare(static _ => "I won\u2019t do that.", static _ => "Sorry, I cannot.").Outcome);

    [Fact]
    public void Base_that_hardly_refuses_says_nothing_about_a_rate() =>
        Assert.Contains("too few", Compare(static _ => "yes", static prompt => prompt == "a" ? "I cannot." : "no").Words, StringComparison.Ordinal);

    [Fact]
    public void File_of_replies_is_the_same_when_it_is_written_again()
    {
        var replies = new RecordedReplies([new RecordedReply("a\nb", "c \"d\"", "1:2.5 3:-1"), new RecordedReply("e", "", null)]);
        var read = RecordedReplies.Read(Encoding.UTF8.GetBytes(replies.Write()))!;

        Assert.Equal(replies.All, read.All);
        Assert.Equal("c \"d\"", read.Reply("a\nb"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"repliesVersion":2,"replies":[]}""")]
    [InlineData("""{"repliesVersion":1,"replies":[]}""")]
    [InlineData("""{"repliesVersion":1,"replies":[{"prompt":"a"}]}""")]
    [InlineData("""{"repliesVersion":1,"replies":[{"prompt":"a","reply":"b","x":1}]}""")]
    public void Anything_else_is_no_file_of_replies(string text) => Assert.Null(RecordedReplies.Read(Encoding.UTF8.GetBytes(text)));

    private static CheckResult Compare(Func<string, string> tuned, Func<string, string> original) => ReplyComparison.Of(new Fake(tuned), new Fake(original), Prompts).Result();

    private sealed class Fake(Func<string, string> reply) : ILanguageModel
    {
        public string Reply(string prompt) => reply(prompt);
    }
}
