namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>An example of every rule about code, in the order of their ids.</summary>
internal static partial class RuleExamples
{
    private const string Commit = TestLock.Commit;

    public static readonly IReadOnlyList<RuleExample> All = [.. Addresses().Concat(Loads()).Concat(Scripts()).Concat(Hosted()).OrderBy(static example => example.Id, StringComparer.Ordinal)];

    public static RuleExample Of(string id) => All.Single(example => example.Id == id);
}
