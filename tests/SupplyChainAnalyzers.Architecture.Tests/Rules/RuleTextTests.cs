using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Catalogue = SupplyChainAnalyzers.Core.Findings.Rules;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>Ids and titles are written once, in Core/Findings.</summary>
public partial class RuleTextTests
{
    private const string Home = "src/SupplyChainAnalyzers.Core/Findings/";

    [Fact]
    public void No_other_code_writes_an_id() => Faults.None(
        from text in OtherTexts()
        where Id().IsMatch(text.Value)
        select $"{text.Path}: {text.Value}");

    [Fact]
    public void No_other_code_writes_a_title() => Faults.None(
        from text in OtherTexts()
        from rule in Catalogue.All
        where text.Value.Contains(rule.Title)
        select $"{text.Path}: {text.Value}");

    // Build files have to write ids; they must at least exist.
    [Fact]
    public void Ids_in_build_files_and_documents_exist() => Faults.None(
        from path in RepositoryFiles.All
        where path.StartsWith("docs/") || path is "README.md" || Path.GetExtension(path) is ".props" or ".targets" or ".proj"
        from Match match in Id().Matches(RepositoryFiles.Read(path))
        where Catalogue.Find(match.Value) is null
        select $"{path}: {match.Value}");

    [Fact]
    public void Links_of_documents_lead_to_files() => Faults.None(
        from path in RepositoryFiles.All
        where path.EndsWith(".md")
        from Match match in Link().Matches(RepositoryFiles.Read(path))
        let target = Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(path)!, match.Groups[1].Value)
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{path}: {match.Groups[1].Value}");

    private static IEnumerable<(string Path, string Value)> OtherTexts() =>
        from path in RepositoryFiles.Sources
        where !path.StartsWith(Home)
        from token in CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path)).GetRoot().DescendantTokens()
        where IsText(token)
        select (path, token.ValueText);

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    [GeneratedRegex(@"SCA[0-9]{4}")]
    private static partial Regex Id();

    // [text](path), [text](path#part); addresses and parts of the same page are not looked at.
    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
