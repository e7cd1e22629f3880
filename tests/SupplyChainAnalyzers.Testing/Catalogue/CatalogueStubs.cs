using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>
/// Stand-ins for the packages of the catalogue: assemblies with the real names and the listed members, compiled in memory when a
/// test asks, so that rules bind real symbols without a download.
/// </summary>
public static class CatalogueStubs
{
    private static readonly ConcurrentDictionary<string, Lazy<(MetadataReference Reference, IReadOnlyList<CatalogueEntry> Dropped)>> Compiled = new(StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, StubSection> Sections { get; } = StubSection.ReadAll();

    /// <summary>The names of all stub assemblies that hold catalogued members.</summary>
    public static IReadOnlyList<string> Assemblies { get; } =
        [.. ApiCatalogue.Packages.Values.Select(static package => package.StubAssembly).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>References to stub assemblies (by assembly name) and all they need.</summary>
    public static IReadOnlyList<MetadataReference> For(params IEnumerable<string> assemblies)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
            Collect(assembly, names);

        return [.. names.Select(static name => Get(name).Reference)];
    }

    /// <summary>Entries of a stub assembly that could not be declared.</summary>
    public static IReadOnlyList<CatalogueEntry> DroppedFrom(string assembly) => Get(assembly).Dropped;

    /// <summary>Entries that belong into a stub assembly.</summary>
    public static IReadOnlyList<CatalogueEntry> EntriesOf(string assembly) =>
        [.. ApiCatalogue.Entries.Where(entry => ApiCatalogue.Packages[entry.Package].StubAssembly == assembly)];

    /// <summary>Namespaces of hand-written types that the stubs of <paramref name="entries"/> use.</summary>
    public static IEnumerable<string> SurroundingNamespaces(IReadOnlyList<CatalogueEntry> entries)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in entries.Select(static entry => ApiCatalogue.Packages[entry.Package].StubAssembly).OfType<string>())
            Collect(assembly, names);

        return names.Where(Sections.ContainsKey).SelectMany(static name => Sections[name].Namespaces);
    }

    private static (MetadataReference Reference, IReadOnlyList<CatalogueEntry> Dropped) Get(string assembly) =>
        Compiled.GetOrAdd(assembly, static assembly => new(() => Compile(assembly))).Value;

    private static (MetadataReference, IReadOnlyList<CatalogueEntry>) Compile(string assembly)
    {
        var section = Sections.GetValueOrDefault(assembly) ?? new StubSection(assembly, [], "");
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in section.References)
            Collect(reference, names);

        var compiler = new StubCompiler(
            section,
            EntriesOf(assembly),
            [.. names.Where(Sections.ContainsKey).Select(static name => Sections[name])],
            [.. names.Select(static name => Get(name).Reference)]);
        return (compiler.Compile(), compiler.Dropped);
    }

    private static void Collect(string assembly, SortedSet<string> names)
    {
        if (!Assemblies.Contains(assembly) && !Sections.ContainsKey(assembly))
            throw new ArgumentException($"there is no stub assembly {assembly}; the known ones are {string.Join(", ", Assemblies)}");

        if (!names.Add(assembly) || !Sections.TryGetValue(assembly, out var section))
            return;

        foreach (var reference in section.References)
            Collect(reference, names);
    }
}
