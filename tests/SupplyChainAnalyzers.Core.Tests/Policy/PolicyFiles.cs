using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>Policies in memory, by absolute path.</summary>
internal sealed class PolicyFiles : Dictionary<string, string>
{
    public const string Child = "/org/repo/models.policy.json";
    public const string Base = "/org/base.json";
    public const string Digest = "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a";

    public ReadResult<ModelsPolicy> Read(string path = Child) =>
        PolicyReader.Read(path, name => TryGetValue(name, out string? text) ? Encoding.UTF8.GetBytes(text) : null);

    /// <summary>One policy with these members.</summary>
    public static ReadResult<ModelsPolicy> ReadMembers(string members) => new PolicyFiles { [Child] = Text(members) }.Read();

    /// <summary>A policy with these members that extends one with those.</summary>
    public static ReadResult<ModelsPolicy> ReadExtending(string members, string baseMembers) => new PolicyFiles
    {
        [Child] = Text(Join("\"extends\": [\"../base.json\"]", members)),
        [Base] = Text(baseMembers),
    }.Read();

    /// <summary>Line 1 opens, line 2 holds the version, the members begin at line 3.</summary>
    public static string Text(string members) => Join("{\n\"policyVersion\": 1", members, ",\n") + "\n}\n";

    public static ModelsPolicy Value(ReadResult<ModelsPolicy> result)
    {
        Assert.Equal([], result.Errors.Select(static error => error.Message));
        return result.Value!;
    }

    public static Finding OnlyError(ReadResult<ModelsPolicy> result)
    {
        Assert.Null(result.Value);
        return Assert.Single(result.Errors);
    }

    public static string Exemption(string rule = "SCA3002", string digest = Digest, string expires = "2026-06-30", string author = "kim", string reviewer = "alex") =>
        $$"""{ "{{rule}}@sha256:{{digest}}": { "reason": "isolated worker", "author": "{{author}}", "reviewer": "{{reviewer}}", "expires": "{{expires}}" } }""";

    private static string Join(string first, string second, string separator = ", ") => second.Length == 0 ? first : first + separator + second;
}
