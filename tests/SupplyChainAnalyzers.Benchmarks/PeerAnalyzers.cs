using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Analyzers of others that are measured beside ours: those of the SDK and Meziantou.Analyzer, where the build found them.</summary>
internal static class PeerAnalyzers
{
    /// <summary>Each with the name it is known by; none where its package was not restored.</summary>
    public static IReadOnlyList<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> Load() =>
        [.. typeof(PeerAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(static item => item.Key is "NetAnalyzers" or "Meziantou.Analyzer" && Directory.Exists(item.Value))
            .Select(static item => (item.Key, Load(item.Value!)))];

    private static ImmutableArray<DiagnosticAnalyzer> Load(string folder)
    {
        var assemblies = FolderFor(folder);
        foreach (var file in assemblies)
            AssemblyLoadContext.Default.LoadFromAssemblyPath(file);

        return [.. AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assemblies.Contains(assembly.Location))
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute && attribute.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)];
    }

    // A package may have one folder for each version of the compiler: the newest that this one can load.
    private static HashSet<string> FolderFor(string folder)
    {
        var compiler = typeof(Compilation).Assembly.GetName().Version!;
        var best = Directory.GetDirectories(folder, "roslyn*")
            .Select(static path => (Path: path, Version: Version.Parse(Path.GetFileName(path)["roslyn".Length..])))
            .Where(item => item.Version <= compiler)
            .OrderByDescending(static item => item.Version)
            .Select(static item => Path.Combine(item.Path, "cs"))
            .FirstOrDefault(folder);
        return [.. Directory.GetFiles(best, "*.dll").Where(static file => !Path.GetFileName(file).Contains("VisualBasic", StringComparison.Ordinal))];
    }
}
