using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Testing.Catalogue;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Declarations;

/// <summary>A project in /repo/App with models.lock and policies among its additional files.</summary>
internal sealed record DeclarationProject
{
    public const string Folder = "/repo/App/";
    public const string PolicyPath = Folder + "models.policy.json";
    public const string BasePath = "/repo/org.json";

    public string Source { get; init; } = "class C { }";

    /// <summary>Name of the source file.</summary>
    public string SourceName { get; init; } = "C.cs";

    public string? Lock { get; init; }

    /// <summary>Where the lock lies.</summary>
    public string LockPath { get; init; } = Folder + "models.lock";

    public string? Policy { get; init; }

    /// <summary>The policy it extends; null when the compiler does not see it.</summary>
    public string? Base { get; init; }

    public string? Mode { get; init; }

    /// <summary>Items of the project; null when the build handed none over.</summary>
    public string[]? Items { get; init; } = ["."];

    public DateTime Today { get; init; } = new(2026, 6, 1);

    public Solution Create()
    {
        using var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: PlatformReferences.All))
            .AddDocument(DocumentId.CreateNewId(id), SourceName, Text(Source), filePath: Folder + SourceName);
        foreach (var (path, role, text) in Files())
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), Text(text), filePath: path);

        return solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", Text(Config()), filePath: "/.globalconfig");
    }

    public Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => DiagnosticsAsync(Create());

    public Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Solution solution) =>
        TestSolution.DiagnosticsOfAsync(solution.Projects.Single(), new DeclarationAnalyzer { Today = () => Today });

    /// <summary><c>SCA2007 models.lock(3,10): warning</c>, in order.</summary>
    public async Task<string[]> FoundAsync() => [.. (await DiagnosticsAsync()).Select(static diagnostic =>
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{diagnostic.Id} {Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Severity}";
    }).Order(StringComparer.Ordinal)];

    private IEnumerable<(string Path, string Role, string Text)> Files()
    {
        if (Lock is not null)
            yield return (LockPath, "lock", Lock);
        if (Policy is not null)
            yield return (PolicyPath, "policy", Policy);
        if (Base is not null)
            yield return (BasePath, "policy-base", Base);
    }

    private string Config()
    {
        var config = new StringBuilder("is_global = true\n").Append("build_property.ProjectDir = ").Append(Folder).Append('\n');
        if (Mode is not null)
            config.Append("build_property.SupplyChainMode = ").Append(Mode).Append('\n');
        if (Items is not null)
            config.Append("build_property._SupplyChainItems = ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', Items)))).Append('\n');
        foreach (var (path, role, _) in Files())
            config.Append('[').Append(path).Append("]\nbuild_metadata.AdditionalFiles.SupplyChainRole = ").Append(role).Append('\n');

        return config.ToString();
    }

    private static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);
}
