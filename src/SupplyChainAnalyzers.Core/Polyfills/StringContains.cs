#if !NET
#pragma warning disable IDE0130 // seen in all of Core without a using
namespace SupplyChainAnalyzers.Core;

/// <summary>The search that newer runtimes have, so that one text fits both.</summary>
internal static class StringContains
{
    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;
}
#endif
