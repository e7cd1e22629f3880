namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>A module of Python's standard library.</summary>
/// <param name="Effect">A word of <see cref="CallableEffects"/>.</param>
/// <param name="IsCommonName">Whether other packages have submodules of the same name.</param>
internal readonly record struct StandardModule(string Effect, bool IsCommonName)
{
    public bool IsDangerous => Effect is not (CallableEffects.Harmless or CallableEffects.Unknown);
}
