using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>A name that a pickle imports.</summary>
/// <param name="Module">As it is written.</param>
/// <param name="Attribute">As it is written; dots reach into what it names.</param>
/// <param name="Judgement">Whether it is harmless.</param>
internal sealed record PickleName(string Module, string Attribute, CallableJudgement Judgement)
{
    /// <summary>As Python programmers write it, and as policies do.</summary>
    public string Dotted => Module + "." + Attribute;

    /// <summary>The last part: what is called.</summary>
    public string Last => Attribute[(Attribute.LastIndexOf('.') + 1)..];

    public string Root => Module.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Module[..dot] : Module;

    public CallableRisk Risk => Judgement.Risk;

    /// <summary>By Python's custom (PEP 8) the name of a class.</summary>
    public bool IsClass => Last.TrimStart('_') is { Length: > 0 } name && char.IsUpper(name[0]) && name.Any(char.IsLower);

    /// <summary>Whether it is harmless only with certain arguments.</summary>
    public PickleGuard Guard { get; } = PickleGuards.Find(Module + "." + Attribute);

    /// <summary>Whether it makes an object of a class it is given.</summary>
    public bool IsConstructor { get; } = PickleConstructors.Makes(Module + "." + Attribute);

    /// <summary>Whether text that goes into it stays data.</summary>
    public bool TakesData { get; } = PickleConstructors.TakesData(Module + "." + Attribute);

    /// <summary>Whether it raises an exception when it is given a text alone.</summary>
    public bool TakesNoText { get; } = PickleConstructors.TakesNoText(Module + "." + Attribute);

    public PickleTraits Traits { get; } = PickleTraits.Name
        | (PickleGuards.Find(Module + "." + Attribute) is PickleGuard.None or PickleGuard.Partial or PickleGuard.Type ? PickleTraits.None : PickleTraits.Guarded)
        | (Judgement.Risk is CallableRisk.Harmless or CallableRisk.HarmlessAsClass ? PickleTraits.None : PickleTraits.Doubtful);
}
