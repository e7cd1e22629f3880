namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>
/// Simple names of members that a rule cares about: the first question about every call, answered without a symbol look-up and
/// without an allocation. Nothing is ever reported on a name alone.
/// </summary>
internal sealed class ApiNames
{
    public HashSet<string> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>Types whose constructors are of interest.</summary>
    public HashSet<string> CreatedTypes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Properties { get; } = new(StringComparer.Ordinal);

    public void Add(ApiMember member)
    {
        switch (member.Kind)
        {
            case ApiKind.Method: Methods.Add(member.Name); break;
            case ApiKind.Ctor: CreatedTypes.Add(member.Type.Name); break;
            case ApiKind.Property: Properties.Add(member.Name); break;
        }
    }

    public void Add(ApiNames others)
    {
        Methods.UnionWith(others.Methods);
        CreatedTypes.UnionWith(others.CreatedTypes);
        Properties.UnionWith(others.Properties);
    }
}
