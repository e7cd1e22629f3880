using SupplyChainAnalyzers.Core.Names;

namespace SupplyChainAnalyzers.Core.Tests.Names;

/// <summary>Compares findings as users read them: the case of a name is its owner's business.</summary>
internal static class LookAlikes
{
    public static IEqualityComparer<LookAlike?> Same { get; } = EqualityComparer<LookAlike?>.Create(
        static (left, right) => left?.Kind == right?.Kind && string.Equals(left?.Known, right?.Known, StringComparison.OrdinalIgnoreCase),
        static value => value?.Kind.GetHashCode() ?? 0);
}
