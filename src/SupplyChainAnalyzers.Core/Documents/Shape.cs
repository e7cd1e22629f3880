namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>
/// The members one kind of object has, in the order they are written. Any other member is an error: a mistyped name
/// must not drop a check.
/// </summary>
/// <param name="What">What such an object is, to follow "in": <c>a source of type oci</c>.</param>
/// <param name="Required">Members that must be there.</param>
/// <param name="Optional">Members that may be.</param>
internal sealed record Shape(string What, string[] Required, string[] Optional)
{
    /// <summary>Whether a member of this name is known.</summary>
    public bool Has(string name) => Array.IndexOf(Required, name) >= 0 || Array.IndexOf(Optional, name) >= 0;

    /// <summary>All names.</summary>
    public IEnumerable<string> Names => Required.Concat(Optional);
}
