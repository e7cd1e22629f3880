using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Which behavioural checks a model declares.</summary>
internal static class BehaviorReader
{
    // Checks of one model: several times what there are, and few enough to compare each with all.
    private const int MaxChecks = 100;

    public static BehaviorFact? Read(ShapedObject model, DocumentErrors errors)
    {
        if (model.Object("behavior", LockShapes.Behavior) is not { } behavior)
            return null;

        var probe = behavior.Object("probe", LockShapes.Probe);
        var golden = behavior.Object("golden", LockShapes.Golden);
        return new BehaviorFact
        {
            ProbePath = probe is { } file ? LockValues.Path(file, "path", errors) : null,
            ProbeSha256 = probe is { } inputs ? LockValues.Sha256(inputs, "probe", errors, out _) : null,
            GoldenSha256 = golden is { } outputs ? LockValues.Sha256(outputs, "golden", errors, out _) : null,
            GoldenTolerance = golden is { } difference ? Tolerance(difference, errors) : null,
            Checks = Checks(behavior, errors),
            Region = behavior.Region,
        };
    }

    private static string? Tolerance(ShapedObject golden, DocumentErrors errors)
    {
        var text = golden.Text("tolerance", out var region);
        if (text is not null && (text[0] == '-' || JsonNumber.End(text, 0) != text.Length))
            errors.Add(Rules.LockValue, $"'tolerance' is '{Printable.Of(text)}'; it must be a number that is not negative, as a text: \"1e-4\"", region);

        return text;
    }

    private static List<string> Checks(ShapedObject behavior, DocumentErrors errors)
    {
        var checks = new List<string>();
        foreach (var item in behavior.Items("checks"))
        {
            if (checks.Count == MaxChecks)
            {
                errors.Add(Rules.LockLimit, FormattableString.Invariant($"'checks' has more than {MaxChecks} entries"), item.Region);
                break;
            }

            if (item.StringValue is not { } check || !LockValues.IsWord(check))
                errors.Add(Rules.LockValue, "The name of a check is a text of lower-case letters, digits and '-'", item.Region);
            else if (checks.Contains(check))
                errors.Add(Rules.LockValue, $"The check '{check}' stands twice", item.Region);
            else
                checks.Add(check);
        }

        return checks;
    }
}
