namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>One member of the table, all its overloads and versions together.</summary>
internal sealed class ApiMember
{
    private readonly Dictionary<string, ParameterRoles> _roles;

    public ApiMember(ApiType type, string name, ApiKind kind, ApiClass @class, string risk, Dictionary<string, ParameterRoles> roles, string[] formats)
    {
        Type = type;
        Name = name;
        Kind = kind;
        Class = @class;
        Risk = risk;
        Formats = formats;
        _roles = roles;
        foreach (var role in roles.Values)
            Roles |= role;
    }

    public ApiType Type { get; }

    /// <summary>Name without type parameters; <c>.ctor</c> for constructors.</summary>
    public string Name { get; }

    public ApiKind Kind { get; }

    public ApiClass Class { get; }

    /// <summary>The table's word for what can go wrong; <see cref="NoRisk"/> for a member that is listed so that nobody mistakes it.</summary>
    public string Risk { get; }

    /// <summary>Formats it opens, as words of the table.</summary>
    public IReadOnlyList<string> Formats { get; }

    /// <summary>All roles of all parameters.</summary>
    public ParameterRoles Roles { get; }

    /// <summary>Marks a look-alike: a deployment name, a packaged library.</summary>
    public const string NoRisk = "none";

    /// <summary>The role of a parameter by its name; older and newer overloads keep the name.</summary>
    public ParameterRoles RoleOf(string parameter) => _roles.TryGetValue(parameter, out var role) ? role : ParameterRoles.None;

    /// <inheritdoc/>
    public override string ToString() => Type.MetadataName + "." + Name;
}
