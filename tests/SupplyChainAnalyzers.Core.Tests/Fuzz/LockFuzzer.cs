using System.Text;
using System.Text.Json;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>
/// Reads mutated locks and holds the reader to its promises. In the tests for some seconds, in the build program's bench
/// for millions: this folder uses nothing but the public surface of Core, so that both can compile it.
/// </summary>
public static class LockFuzzer
{
    private const string Path = "/fuzz/models.lock";
    private const int MaxFailures = 10;

    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly JsonDocumentOptions Judge = new() { MaxDepth = JsonLimits.Default.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads <paramref name="count"/> inputs. Two runs with one seed are the same.</summary>
    public static LockFuzzReport Run(long count, int seed)
    {
        var mutator = new JsonMutator(seed, LockSeeds.All);
        var (inputs, accepted) = (0L, 0L);
        var rules = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var failures = new List<string>();
        for (; inputs < count && failures.Count < MaxFailures; inputs++)
        {
            var bytes = mutator.Next();
            try
            {
                var result = ModelsLockReader.Read(bytes, Path);
                accepted += result.Value is null ? 0 : 1;
                foreach (var error in result.Errors)
                    rules[error.Rule.Id] = rules.TryGetValue(error.Rule.Id, out var times) ? times + 1 : 1;

                var broken = (Broken(result) ?? Disagreement(bytes)) ?? (result.Value is null ? null : Unstable(result.Value));
                if (broken is not null)
                    failures.Add(broken + ": " + Convert.ToBase64String(bytes));
            }
            catch (Exception exception)
            {
                failures.Add(exception.GetType().Name + " " + exception.Message + ": " + Convert.ToBase64String(bytes));
            }
        }

        return new LockFuzzReport(inputs, accepted, rules, failures);
    }

    // A lock or errors, each coded, placed and fit to be shown.
    private static string? Broken(ReadResult<ModelsLock> result)
    {
        if (result.Value is null == (result.Errors.Count == 0))
            return "neither a lock nor errors, or both";

        foreach (var error in result.Errors)
        {
            var (rule, region) = (error.Rule, error.Region);
            if (string.CompareOrdinal(rule.Id, Rules.LockUnreadable.Id) < 0 || string.CompareOrdinal(rule.Id, Rules.LockTreeHash.Id) > 0)
                return "a rule of something else: " + rule.Id;
            if (error.File != Path || region.Line < 1 || region.Column < 1 || (region.EndLine, region.EndColumn).CompareTo((region.Line, region.Column)) < 0)
                return "no place: " + error.Message;
            if (error.Message.Length == 0 || error.Message.Any(static c => char.IsControl(c) || c is '\u202e' or '\u2028'))
                return "a message that cannot be shown";
        }

        return null;
    }

    // What is accepted is written, read again, and written the same.
    private static string? Unstable(ModelsLock value)
    {
        var text = ModelsLockWriter.Write(value);
        var again = ModelsLockReader.Read(text, Path);
        return again.Value is null ? "what was written is refused: " + again.Errors[0].Message
            : ModelsLockWriter.Write(again.Value) != text ? "written twice, two texts"
            : null;
    }

    // Another strict reader says the same of what is JSON.
    private static string? Disagreement(byte[] bytes)
    {
        var ours = JsonReader.Parse(bytes, JsonLimits.Default);
        if (ours.Error?.Kind == JsonErrorKind.Encoding)
            return IsUtf8(bytes) && !Encoding.UTF8.GetString(bytes).Contains("\\u", StringComparison.Ordinal) && bytes[0] != 0xEF ? "UTF-8 is refused" : null;

        try
        {
            using var theirs = JsonDocument.Parse(bytes, Judge);
            return ours.Root is null ? "JSON is refused: " + ours.Error?.Message : null;
        }
        catch (JsonException)
        {
            return ours.Root is null ? null : "what is not JSON is accepted";
        }
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
