using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Policy.Members;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>The table of docs/concepts/policy.md has every member and says which ones are checked.</summary>
public partial class PolicyDocumentationTests
{
    [Fact]
    public void Every_member_stands_in_the_table() => Assert.Equal(
        PolicyMembers.Root.SelectMany(Leaves).Select(static member => Row(member.Path, member.IsChecked ? "yes" : member.IsCheckedInCode ? "in code" : "no")).Concat([Row("policyVersion", "yes"), Row("extends", "yes")]).Order(StringComparer.Ordinal),
        MemberRow().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "concepts", "policy.md"))).Select(static match => Row(match.Groups[1].Value, match.Groups[2].Value)).Order(StringComparer.Ordinal));

    private static IEnumerable<IPolicyMember> Leaves(IPolicyMember member) => member.Members.Count == 0 ? [member] : member.Members.SelectMany(Leaves);

    private static string Row(string path, string isChecked) => $"{path}: {isChecked}";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `([A-Za-z0-9.]+)` \|.*\| (yes|in code|no) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex MemberRow();
}
