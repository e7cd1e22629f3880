using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Which behavioural checks a model declares.</summary>
internal static class BehaviorReader
{
    // Checks and parameters of one model: several times what there are, and few enough to compare each with all.
    private const int MaxChecks = 100;

    public static BehaviorFact? Read(ShapedObject model, DocumentErrors errors)
    {
        if (model.Object("behavior", LockShapes.Behavior) is not { } behavior)
            return null;

        var golden = behavior.Object("golden", LockShapes.Golden);
        var reference = behavior.Text("reference", out var region);
        if (reference is not null && !ModelName.IsValid(reference))
            errors.Add(Rules.LockValue, "'reference' is no name of a model: a name " + ModelName.Rule, region);

        return new BehaviorFact
        {
            Tier = LockValues.Word(behavior, "tier", ManifestWords.Tiers, errors),
            Probe = File(behavior, "probe", LockShapes.Probe, errors),
            Labels = File(behavior, "labels", LockShapes.Labels, errors),
            Training = File(behavior, "training", LockShapes.TrainingData, errors),
            GoldenSha256 = golden is { } outputs ? LockValues.Sha256(outputs, "golden", errors, out _) : null,
            GoldenTolerance = golden is { } difference ? Tolerance(difference, errors) : null,
            Reference = reference,
            Checks = Checks(behavior, errors),
            Parameters = Parameters(behavior, errors),
            Accepted = AcceptedReader.Read(behavior, errors),
            Region = behavior.Region,
        };
    }

    /// <summary>Whether a text is a number of JSON that a computer can hold.</summary>
    internal static bool IsNumber(string text, bool mayBeNegative) => JsonNumber.End(text, 0) == text.Length && (mayBeNegative || text[0] != '-')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value);

    private static BehaviorFile? File(ShapedObject behavior, string name, Shape shape, DocumentErrors errors)
    {
        if (behavior.Object(name, shape) is not { } file)
            return null;

        var path = LockValues.Path(file, "path", errors);
        var sha256 = LockValues.Sha256(file, name, errors, out _);
        return path is null || sha256 is null ? null : new BehaviorFile(path, sha256, file.Region);
    }

    private static string? Tolerance(ShapedObject golden, DocumentErrors errors)
    {
        var text = golden.Text("tolerance", out var region);
        if (text is not null && !IsNumber(text, mayBeNegative: false))
            errors.Add(Rules.LockValue, $"'tolerance' is '{Printable.Of(text)}'; it must be a number that is not negative, as a text: \"1e-4\"", region);

        return text;
    }

    private static OrdinalMap<string> Parameters(ShapedObject behavior, DocumentErrors errors)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var member in behavior.Map("parameters"))
        {
            if (IsFull(parameters.Count, "parameters", member.NameRegion, errors))
                break;

            var names = member.Name.Split('.');
            if (names.Length != 2 || !LockValues.IsWord(names[0]) || names[1].Length is 0 or > LockValues.MaxWordLength || !names[1].All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
                errors.Add(Rules.LockValue, $"'{Printable.Of(member.Name)}' is no parameter; write check.parameter, such as neural-cleanse.logRatio", member.NameRegion);
            else if (ShapedObject.TextOf(member, errors) is { } number && !IsNumber(number, mayBeNegative: true))
                errors.Add(Rules.LockValue, $"'{Printable.Of(member.Name)}' is '{Printable.Of(number)}'; it must be a number, as a text: \"0.9\"", member.Value.Region);
            else if (member.Value.StringValue is { } value)
                parameters.Add(new(member.Name, value));
        }

        return new OrdinalMap<string>(parameters);
    }

    private static List<string> Checks(ShapedObject behavior, DocumentErrors errors)
    {
        var checks = new List<string>();
        foreach (var item in behavior.Items("checks"))
        {
            if (IsFull(checks.Count, "checks", item.Region, errors))
                break;

            if (item.StringValue is not { } check || !LockValues.IsWord(check))
                errors.Add(Rules.LockValue, "The name of a check is a text of lower-case letters, digits and '-'", item.Region);
            else if (checks.Contains(check))
                errors.Add(Rules.LockValue, $"The check '{check}' stands twice", item.Region);
            else
                checks.Add(check);
        }

        return checks;
    }

    internal static bool IsFull(int count, string name, TextRegion region, DocumentErrors errors)
    {
        if (count < MaxChecks)
            return false;

        errors.Add(Rules.LockLimit, FormattableString.Invariant($"'{name}' has more than {MaxChecks} entries"), region);
        return true;
    }
}
