using SupplyChainAnalyzers.Build;

namespace SupplyChainAnalyzers.Architecture.Tests.Rules;

/// <summary>What a rule's page must hold beside what the catalogue determines.</summary>
internal static class RulePageText
{
    public static readonly string[] Sections = ["## What it means", "## Example", "## What to do", "## When to suppress"];

    public static readonly string[] Reporters = ["compiler", "build", "command line"];

    public static string[] Lines(string id) => RepositoryFiles.Read(RulePage.Folder + id + ".md").Split('\n');
}
