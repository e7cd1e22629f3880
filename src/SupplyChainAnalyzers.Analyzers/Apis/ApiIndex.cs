namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>The table as a set of rules sees it: by assembly, only what one of the rules asked for. Built once a process.</summary>
internal sealed class ApiIndex
{
    // By first letter: a compilation references some two hundred assemblies, and most have no root to be compared with.
    private readonly Dictionary<char, List<ApiRoot>> _roots = [];
    private readonly Dictionary<ApiMember, ModelRule[]> _rules = [];

    public ApiIndex(ApiTable table, IReadOnlyList<ModelRule> rules)
    {
        Table = table;
        foreach (var type in table.Types)
        {
            foreach (var member in type.Members)
            {
                ModelRule[] asking = [.. rules.Where(rule => rule.IsAbout(member))];
                if (asking.Length == 0)
                    continue;

                // What is listed as harmless is recognised, so that nothing else is seen in it, and then left alone.
                var told = member.Risk == ApiMember.NoRisk ? Array.FindAll(asking, static rule => rule.SeesHarmless) : asking;
                if (told.Length > 0)
                    _rules.Add(member, told);

                foreach (var assembly in type.Assemblies)
                    Root(assembly).Names.Add(member);
            }
        }
    }

    public ApiTable Table { get; }

    /// <summary>The rules that asked for <paramref name="member"/>, in order of precedence.</summary>
    public IReadOnlyList<ModelRule> RulesOf(ApiMember member) => _rules.TryGetValue(member, out var rules) ? rules : [];

    /// <summary>Adds the roots that <paramref name="assembly"/> lies under.</summary>
    public void Match(string assembly, ref List<ApiRoot>? found)
    {
        if (assembly.Length == 0 || !_roots.TryGetValue(char.ToUpperInvariant(assembly[0]), out var candidates))
            return;

        foreach (var root in candidates)
        {
            if (AssemblyRoot.Covers(root.Name, assembly) && found?.Contains(root) != true)
                (found ??= []).Add(root);
        }
    }

    private ApiRoot Root(string name)
    {
        var letter = char.ToUpperInvariant(name[0]);
        if (!_roots.TryGetValue(letter, out var roots))
            _roots.Add(letter, roots = []);

        var root = roots.Find(root => root.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (root is null)
            roots.Add(root = new ApiRoot(name));

        return root;
    }
}
