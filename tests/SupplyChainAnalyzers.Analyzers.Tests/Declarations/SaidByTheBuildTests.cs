using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Testing;

namespace SupplyChainAnalyzers.Analyzers.Tests.Declarations;

/// <summary>What the build says itself is taken out of the compiler's output by name, so the names must be the right ones.</summary>
public partial class SaidByTheBuildTests
{
    [Fact]
    public void The_targets_name_every_rule_that_build_and_editor_share() => Assert.Equal(
        DeclarationRules.All.Select(static descriptor => descriptor.Id).Where(static id => id != Rules.LockEntryUnused.Id),
        File.ReadLines(RepositoryFiles.PathOf("src/SupplyChainAnalyzers/build/SupplyChain.Editor.targets"))
            .Where(static line => line.Contains("<NoWarn>", StringComparison.Ordinal))
            .SelectMany(static line => Id().Matches(line))
            .Select(static match => match.Value));

    [GeneratedRegex("SCA[0-9]{4}")]
    private static partial Regex Id();
}
