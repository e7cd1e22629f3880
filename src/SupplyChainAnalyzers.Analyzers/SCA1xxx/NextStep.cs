using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>What to do about a download that is not pinned: the end of a message.</summary>
internal static class NextStep
{
    private const int ShownDigits = 12;

    /// <summary>A release has no commit to be named by.</summary>
    public const string ForAsset = "its files can be replaced too: declare the model, which pins its bytes: run: models lock";

    public static string For(Pin? pin, LockFacts facts)
    {
        if (pin is not null)
            return $"pin the commit that models.lock has for it, {pin.Commit.Substring(0, ShownDigits)}…";

        return facts.IsUsable
            ? "write the 40-digit commit in its place, or declare the model: run: models lock"
            : "write the 40-digit commit in its place";
    }
}
