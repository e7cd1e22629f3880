using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Tests.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>
/// Damaged policies and bases, the same ones for the same seed. No test framework, so that a bench can run it by the million.
/// </summary>
internal static class PolicyFuzzer
{
    private const string Child = "/org/repo/models.policy.json";
    private const string Base = "/org/base.json";

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e9", "99999999999999999999", "\"\"", "\"**\"", "/", "..",
        "\"extends\": [\"models.policy.json\"]", "\"policyVersion\": 1", "\"mode\": \"audit\"", "\"exemptions\"", "<<<<<<< a\n", "\u202e", "\0", "\r\n", "@sha256:", "𝕏",
    ];

    /// <summary>Null when all went as promised; else what did not, with the input.</summary>
    public static string? Run(int seed, long count)
    {
        var random = new Random(seed);
        for (long i = 0; i < count; i++)
        {
            var files = new Dictionary<string, byte[]> { [Child] = Damaged(random, Extending(random)), [Base] = Damaged(random, Members(random)) };
            if (Fault(files) is { } fault) return $"seed {seed}, input {i}: {fault}\n{Encoding.UTF8.GetString(files[Child])}\n{Encoding.UTF8.GetString(files[Base])}";
        }

        return null;
    }

    private static string? Fault(Dictionary<string, byte[]> files)
    {
        try
        {
            var result = Read(files);
            if (result.Value is null != result.Errors.Count > 0) return "a policy and errors, or neither";
            return result.Value is { } policy ? FaultOf(policy) : result.Errors.Select(error => FaultOf(error, files)).FirstOrDefault(static fault => fault is not null);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string? FaultOf(ModelsPolicy policy)
    {
        var evaluator = new PolicyEvaluator(policy);
        foreach (var rule in Rules.All) evaluator.Decide(new Finding(rule, "m") { Sha256 = RandomPolicy.A }, DateTime.UnixEpoch);
        evaluator.Notices(DateTime.UnixEpoch);

        byte[] written = Encoding.UTF8.GetBytes(PolicyWriter.Write(policy, Child));
        var again = Read(new() { [Child] = written });
        return again.Errors.Count == 0 ? null : "what was written is not accepted: " + again.Errors[0].Message;
    }

    private static string? FaultOf(Finding error, Dictionary<string, byte[]> files)
    {
        if (string.CompareOrdinal(error.Rule.Id, "SCA5101") < 0 || string.CompareOrdinal(error.Rule.Id, "SCA5112") > 0) return "the rule is " + error.Rule;
        if (error.File is null || !files.TryGetValue(error.File, out byte[]? bytes)) return "the file is " + error.File;
        if (error.Message.Length == 0 || error.Message.Any(char.IsControl) || error.Message.Contains('\u202e')) return "the message is not printable";
        return error.Region.Line <= bytes.Length + 1 && error.Region.Column <= bytes.Length + 1 ? null : "the place is outside the file";
    }

    private static ReadResult<ModelsPolicy> Read(Dictionary<string, byte[]> files) =>
        PolicyReader.Read(Child, path => files.TryGetValue(path, out byte[]? bytes) ? bytes : null);

    private static string Extending(Random random)
    {
        string members = new RandomPolicy(random.Next()).Members();
        return "{ \"policyVersion\": 1, \"extends\": [\"../base.json\"]" + (members.Length == 0 ? "" : ",\n" + members) + "\n}\n";
    }

    private static string Members(Random random)
    {
        string members = new RandomPolicy(random.Next()).Members();
        return "{ \"policyVersion\": 1" + (members.Length == 0 ? "" : ",\n" + members) + "\n}\n";
    }

    // Up to three wounds; about every fourth stays whole, so that what lies behind the syntax is reached.
    private static byte[] Damaged(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (int wounds = random.Next(4); wounds > 0; wounds--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)])); break;
                case 3: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
                default: if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
