using SupplyChainAnalyzers.Build;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using Catalogue = SupplyChainAnalyzers.Core.Findings.Rules;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>Levels of the rules of source code: what is shipped ready-made, and what is quiet on the first day.</summary>
public class GlobalConfigTests
{
    // A reviewer would always agree with these. SCA1091 answers a project that asks for accessors.
    private static readonly string[] Loud = ["SCA1001", "SCA1002", "SCA1004", "SCA1005", "SCA1008", "SCA1021", "SCA1023", "SCA1024", "SCA1061", "SCA1091"];

    public static TheoryData<Mode> Modes => [.. GlobalConfig.Modes];

    [Theory, MemberData(nameof(Modes))]
    public void Configuration_is_what_the_docs_target_writes(Mode mode) =>
        Assert.Equal(GlobalConfig.Text(mode, static rule => RulePage.IsReportedByCompiler(RulePageText.Lines(rule.Id))), RepositoryFiles.Read(GlobalConfig.PathOf(mode)));

    [Fact]
    public void Rules_of_source_code_are_messages_unless_everybody_would_agree() => Faults.None(Catalogue.All
        .Where(static rule => rule.Id.StartsWith("SCA1") && rule.DefaultLevel > Level.Message && RulePage.IsReportedByCompiler(RulePageText.Lines(rule.Id)))
        .Select(static rule => rule.Id)
        .Except(Loud));
}
