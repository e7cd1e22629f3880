using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging.Jinja;

public class ChatTemplateTests
{
    public static TheoryData<string> Names => [.. ChatTemplates.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Honest_template_is_clean(string name) => Template.Judge(ChatTemplates.All[name]).Is(Verdict.Clean);

    [Theory, MemberData(nameof(Names))]
    public void Honest_template_in_a_gguf_is_clean(string name)
    {
        var scanned = Scanned.Bytes(GgufFile.Honest().Add("tokenizer.chat_template", ChatTemplates.All[name]).Write());
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Fact]
    public void Text_without_a_tag_is_clean() => Template.Judge("You are {name}. Python's __init__ and __globals__ are names.").Is(Verdict.Clean);

    [Fact]
    public void Internals_in_a_comment_or_a_raw_block_are_text() => Template.Judge("{# x.__globals__ #}{% raw %}{{ x.__globals__ }}{% endraw %}").Is(Verdict.Clean);
}
