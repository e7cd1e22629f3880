namespace SupplyChainAnalyzers.Generator;

/// <summary>All that is generated or reported, by value.</summary>
internal sealed record Plan(string Namespace, EquatableArray<GeneratedModel> Models, EquatableArray<Problem> Problems)
{
    /// <summary>Whether accessors are written, though there may be none.</summary>
    public bool IsUsable => !Problems.Any(static problem => problem.IsFatal);
}
