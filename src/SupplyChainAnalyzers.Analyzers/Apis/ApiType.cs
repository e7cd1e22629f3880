namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>A type of the table and its members.</summary>
internal sealed class ApiType
{
    private readonly Dictionary<(string Name, ApiKind Kind), ApiMember> _members = [];

    public ApiType(string metadataName, string[] assemblies)
    {
        MetadataName = metadataName;
        Assemblies = assemblies;
        Name = metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1);
    }

    /// <summary><c>Namespace.Outer+Inner</c>.</summary>
    public string MetadataName { get; }

    /// <summary>The innermost name.</summary>
    public string Name { get; }

    /// <summary>Names of the assemblies that may hold it: each stands for itself and what is below it.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    public IEnumerable<ApiMember> Members => _members.Values;

    public void Add(ApiMember member) => _members[(member.Name, member.Kind)] = member;

    public ApiMember? Find(string name, ApiKind kind) => _members.TryGetValue((name, kind), out var member) ? member : null;

    /// <summary>Whether an assembly of this name may hold the type: a look-alike elsewhere is somebody else's.</summary>
    public bool IsIn(string assembly)
    {
        foreach (var root in Assemblies)
        {
            if (AssemblyRoot.Covers(root, assembly))
                return true;
        }

        return false;
    }
}
