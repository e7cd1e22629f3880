using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>The words for <see cref="BehaviorTier"/>.</summary>
public static class BehaviorTiers
{
    /// <summary>
    /// Reads <c>off</c>, <c>fast</c>, <c>standard</c> or <c>deep</c>, exactly. Any other word is a finding (SCA0004): a mistyped tier must
    /// not fall back to a shallower one.
    /// </summary>
    /// <param name="text">What was given; null, empty or white space means that nothing was.</param>
    /// <param name="setting">The name the user knows it by: <c>SupplyChainBehavior</c>, <c>--behavior</c>.</param>
    /// <param name="tier">The tier; null when none was given or the word is unknown.</param>
    /// <param name="error">Set when the word is unknown.</param>
    public static bool TryParse(string? text, string setting, out BehaviorTier? tier, out Finding? error)
    {
        (tier, error) = (null, null);
        if (string.IsNullOrWhiteSpace(text)) return true;

        if (ManifestWords.Tiers.TryFind(text!.Trim(), out var found)) tier = found;
        else error = new Finding(Rules.Usage, $"{setting} is '{Printable.Of(text)}', which is no tier; write {ManifestWords.Tiers.List}");
        return error is null;
    }
}
