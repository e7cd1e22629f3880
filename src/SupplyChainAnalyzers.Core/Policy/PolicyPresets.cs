namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>What holds where there is no policy file.</summary>
public static class PolicyPresets
{
    /// <summary>Shows everything, fails nothing.</summary>
    public static readonly ModelsPolicy Audit = new() { Mode = BuiltIn(Policy.Mode.Audit) };

    /// <summary>
    /// Hashes and formats are enforced, malicious content is an error, doubts are warnings. It states no mode: a mode that is stated
    /// cannot be weakened, and without a policy file the user decides.
    /// </summary>
    public static readonly ModelsPolicy Default = new();

    /// <summary>Doubts fail.</summary>
    public static readonly ModelsPolicy Strict = new()
    {
        Mode = BuiltIn(Policy.Mode.Strict),
        Scan = new ScanPolicy { FailOn = BuiltIn(FailOn.Suspicious), OnUnscannable = BuiltIn(UnscannableAction.Fail) },
    };

    /// <summary>The one for a mode; null takes the default.</summary>
    public static ModelsPolicy Of(Mode? mode) => mode switch
    {
        Policy.Mode.Audit => Audit,
        Policy.Mode.Strict => Strict,
        _ => Default,
    };

    private static Setting<T> BuiltIn<T>(T value) => new(value, PolicyPlace.BuiltIn);
}
