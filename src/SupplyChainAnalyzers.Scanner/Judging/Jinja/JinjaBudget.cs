using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// What following one template may cost: every abstract value that is made is paid for by its size, so no combination of
/// lists, alternatives and repetitions takes long. One template is followed at a time on a thread.
/// </summary>
internal static class JinjaBudget
{
    private const long Most = 60_000_000; // characters and items; the richest chat templates take some hundred thousand

    [ThreadStatic]
    private static long _left;

    /// <summary>A new template.</summary>
    public static void Begin() => _left = Most;

    /// <exception cref="LimitExceededException">Spent.</exception>
    public static void Pay(long size)
    {
        if ((_left -= size) < 0)
            throw new LimitExceededException("it has a template that takes too long to follow");
    }
}
