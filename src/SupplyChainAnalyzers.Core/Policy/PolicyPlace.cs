using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Where something was written: a policy's absolute path and a place in it. The built-in policy has no file.</summary>
public readonly record struct PolicyPlace(string File, TextRegion Region)
{
    /// <summary>What no file says.</summary>
    public static readonly PolicyPlace BuiltIn = new("", TextRegion.None);

    /// <summary><c>/src/org.models.policy.json(3)</c>, safe to show.</summary>
    public string Show() => Region == TextRegion.None
        ? Printable.Of(string.IsNullOrEmpty(File) ? "the built-in policy" : File)
        : FormattableString.Invariant($"{Printable.Of(File)}({Region.Line})");
}
