namespace SupplyChainAnalyzers.Scanner.Behavior.Agreement;

/// <summary>What one check says of all classes.</summary>
/// <param name="Check">Its id.</param>
/// <param name="Evidence">For each class, what its looks count together.</param>
internal sealed record Side(string Check, IReadOnlyDictionary<int, double> Evidence)
{
    /// <summary>Null when the check did not look.</summary>
    public static Side? Of(string check, IReadOnlyList<Dictionary<int, double>?> looks) => looks.Any(static look => look is null)
        ? null
        : new Side(check, looks[0]!.Keys.ToDictionary(static one => one, one => looks.Sum(look => look![one])));

    /// <summary>Whether no other class has more, and it has something.</summary>
    public bool SinglesOut(int one) => Evidence[one] > 0 && Evidence[one] >= Evidence.Values.Max();
}
