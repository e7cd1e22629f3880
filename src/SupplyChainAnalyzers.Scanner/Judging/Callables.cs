namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges Python names without resolving them. Default deny: what is on no list is unknown, never harmless. Every dotted
/// prefix counts, and every segment, since a name reaches through modules (<c>torch.serialization.os.system</c>).
/// </summary>
internal static class Callables
{
    /// <summary>Characters; the longest name of the lists has 76.</summary>
    public const int MaxLength = 512;

    private static readonly CallableJudgement Unknown = new(CallableRisk.Unknown, "");
    private static readonly CallableJudgement Odd = new(CallableRisk.Unknown, "no ordinary module has as a name");

    /// <summary>A name as pickle, Keras or Hydra writes it: <c>os</c> and <c>system</c>.</summary>
    public static CallableJudgement Judge(string module, string name) => Judge(module.Length == 0 ? name : module + "." + name);

    /// <summary>A dotted name.</summary>
    public static CallableJudgement Judge(string dotted)
    {
        if (dotted.Length > MaxLength)
            return JudgeThree(dotted.AsSpan(0, MaxLength)) is { Risk: CallableRisk.Dangerous } reached ? reached : Odd;

        var asWritten = JudgeThree(dotted);
        if (asWritten.Risk == CallableRisk.Dangerous)
            return asWritten;
        if (!PythonNames.IsPlain(dotted))
            return JudgeThree(PythonNames.Simplified(dotted)) is { Risk: CallableRisk.Dangerous } meant ? meant : Odd;

        return CallableTables.InPythonThree(dotted) is { } translated ? JudgeThree(translated) : asWritten;
    }

    private static CallableJudgement JudgeThree(ReadOnlySpan<char> dotted)
    {
        if (CallableTables.IsHarmless(dotted))
            return new CallableJudgement(CallableRisk.Harmless, "");

        var effect = DangerousPrefix(dotted, minSegments: 1) ?? CallablePath.Danger(dotted) ?? BuiltIn(dotted);
        if (effect is not null)
            return new CallableJudgement(CallableRisk.Dangerous, CallableEffects.Phrase(effect));
        if (!PythonNames.IsPlain(dotted))
            return Unknown;
        if (IsOfHarmlessModule(dotted))
            return new CallableJudgement(CallableRisk.Harmless, "");

        return CallablePath.IsStateClass(dotted) ? new CallableJudgement(CallableRisk.HarmlessAsClass, "") : Unknown;
    }

    /// <summary>The effect of the longest prefix on the list, of at least so many segments.</summary>
    internal static string? DangerousPrefix(ReadOnlySpan<char> dotted, int minSegments)
    {
        for (var prefix = dotted; prefix.Length > 0;)
        {
            if (CallableTables.Danger(prefix) is { } effect)
                return prefix.Count('.') + 1 >= minSegments ? effect : null;

            var end = prefix.LastIndexOf('.');
            prefix = end < 0 ? [] : prefix[..end];
        }

        return null;
    }

    // A name without a module is, if anything, built in: "exec".
    private static string? BuiltIn(ReadOnlySpan<char> name) =>
        name.Length is > 0 and < 20 && !name.Contains('.') ? CallableTables.Danger($"builtins.{name}") : null;

    // math.sqrt, not math.sys and not math._anything.
    private static bool IsOfHarmlessModule(ReadOnlySpan<char> dotted)
    {
        var end = dotted.IndexOf('.');
        if (end < 0 || CallableTables.Standard(dotted[..end]) is not { Effect: CallableEffects.Harmless })
            return false;

        var name = dotted[(end + 1)..];
        return name[0] != '_' && !name.Contains('.') && (CallableTables.Standard(name) is null || name.SequenceEqual(dotted[..end]));
    }
}
