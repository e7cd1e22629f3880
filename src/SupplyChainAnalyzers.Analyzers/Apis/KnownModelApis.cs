using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>
/// What of the table one compilation can use. Nothing is looked up by name in the references: a symbol that code uses is asked
/// for its name and its assembly, and only after its simple name has been found among the names that matter here.
/// </summary>
internal sealed class KnownModelApis
{
    private readonly ApiIndex _index;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ApiType?> _types = new(SymbolEqualityComparer.Default);
    private int _resolved;

    private KnownModelApis(ApiIndex index, Compilation compilation, ApiNames names, bool hasModelPackages)
    {
        HasModelPackages = hasModelPackages;
        _index = index;
        _compilation = compilation;
        Names = names;
    }

    /// <summary>Simple names to ask for first.</summary>
    public ApiNames Names { get; }

    /// <summary>Whether more than the platform is referenced of what the table lists.</summary>
    public bool HasModelPackages { get; }

    /// <summary>How many types have been resolved; tests hold it against what should not cost anything.</summary>
    internal int Resolved => _resolved;

    /// <summary>Null when <paramref name="compilation"/> references nothing that a rule cares about.</summary>
    public static KnownModelApis? For(Compilation compilation, ApiIndex index)
    {
        List<ApiRoot>? roots = null;
        foreach (var assembly in compilation.ReferencedAssemblyNames)
            index.Match(assembly.Name, ref roots);

        if (roots is null)
            return null;

        // Most compilations have one root only, the platform: its names are shared as they are.
        var names = roots[0].Names;
        if (roots.Count > 1)
        {
            names = new ApiNames();
            foreach (var root in roots)
                names.Add(root.Names);
        }

        return new KnownModelApis(index, compilation, names, roots.Exists(static root => !root.IsPlatform));
    }

    /// <summary>The rules that want to see uses of <paramref name="member"/>.</summary>
    public IReadOnlyList<ModelRule> RulesOf(ApiMember member) => _index.RulesOf(member);

    /// <summary>The row of a called method; the receiver's own type goes before the type that declares the method.</summary>
    public ApiMember? FindMethod(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return FindConstructor(method);

        if (!Names.Methods.Contains(method.Name))
            return null;

        // AzureOpenAIClient.GetChatClient is listed, because the method it inherits means something else there.
        for (var type = receiver as INamedTypeSymbol; type is not null && !Same(type, method.ContainingType); type = type.BaseType)
        {
            if (TypeOf(type)?.Find(method.Name, ApiKind.Method) is { } member)
                return member;
        }

        for (var declared = (method.ReducedFrom ?? method).OriginalDefinition; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (TypeOf(declared.ContainingType)?.Find(declared.Name, ApiKind.Method) is { } member)
                return member;
        }

        return null;
    }

    public ApiMember? FindConstructor(IMethodSymbol constructor) =>
        Names.CreatedTypes.Contains(constructor.ContainingType.Name)
            ? TypeOf(constructor.ContainingType.OriginalDefinition)?.Find(WellKnownMemberNames.InstanceConstructorName, ApiKind.Ctor)
            : null;

    public ApiMember? FindProperty(IPropertySymbol property)
    {
        if (!Names.Properties.Contains(property.Name))
            return null;

        for (var declared = property.OriginalDefinition; declared is not null; declared = declared.OverriddenProperty?.OriginalDefinition)
        {
            if (TypeOf(declared.ContainingType)?.Find(declared.Name, ApiKind.Property) is { } member)
                return member;
        }

        return null;
    }

    private ApiType? TypeOf(INamedTypeSymbol type) => _types.TryGetValue(type.OriginalDefinition, out var known) ? known : Resolve(type.OriginalDefinition);

    private ApiType? Resolve(INamedTypeSymbol type)
    {
        Interlocked.Increment(ref _resolved);
        // A type of the compilation itself is the user's, whatever it is called.
        var assembly = type.ContainingAssembly;
        var known = assembly is null || Same(assembly, _compilation.Assembly) ? null : _index.Table.Find(MetadataName(type));
        if (known is not null && !known.IsIn(assembly!.Name))
            known = null;

        return _types.GetOrAdd(type, known);
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        var outermost = type;
        while (outermost.ContainingType is { } outer)
        {
            name.Insert(0, '+').Insert(0, outer.MetadataName);
            outermost = outer;
        }

        for (var space = outermost.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name.Insert(0, '.').Insert(0, space.MetadataName);

        return name.ToString();
    }
}
