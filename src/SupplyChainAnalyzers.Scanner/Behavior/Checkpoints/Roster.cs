using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Names out of a file, a few of them, for people.</summary>
internal static class Roster
{
    private const int Shown = 5;
    private const int MaxName = 80;

    /// <summary>The first ones, and how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names)
    {
        var some = string.Join(", ", names.Take(Shown).Select(static name => Printable.Of(name, MaxName)));
        return names.Count > Shown ? FormattableString.Invariant($"{some} and {names.Count - Shown} more") : some;
    }
}
