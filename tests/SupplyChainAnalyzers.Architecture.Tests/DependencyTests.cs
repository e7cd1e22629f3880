namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>Who may see whom, and who may bring what from outside.</summary>
public class DependencyTests
{
    // Core is the only thing everybody shares; Tasks and Cli start the scanner as a process, they never load it.
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Core"] = [],
        ["Analyzers"] = ["Core"],
        ["Generator"] = ["Core"],
        ["CodeFixes"] = ["Core", "Analyzers"],
        ["Tasks"] = ["Core"],
        ["Scanner"] = ["Core", "Microsoft.ML.OnnxRuntime"],
        ["Cli"] = ["Core"],
        [""] = [],
    };

    // What is loaded into the compiler or MSBuild brings nothing but the interfaces of its host.
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Core"] = [],
        ["Analyzers"] = ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["Generator"] = ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["CodeFixes"] = ["Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["Tasks"] = ["Microsoft.Build.Utilities.Core"],
        ["Scanner"] = ["Microsoft.ML.OnnxRuntime"],
        ["Cli"] = ["System.CommandLine"],
        [""] = [],
    };

    public static TheoryData<string> Names => [.. ProjectFile.OfSources.Select(static project => project.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Project_sees_only_what_the_architecture_allows(string name)
    {
        Assert.True(Projects.ContainsKey(name), $"src/{name} is new: say here what it may see");
        Faults.None(Project(name).Projects.Except(Projects[name]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Project_takes_only_allowed_packages(string name) => Faults.None(Project(name).Packages.Except(Packages[name]));

    [Fact]
    public void Packages_are_not_added_behind_the_projects_backs()
    {
        string[] shared = [.. RepositoryFiles.All.Where(static path =>
            path is "build/Common.props" || (path.StartsWith("src/") && Path.GetFileName(path).StartsWith("Directory.")))];
        Assert.NotEmpty(shared);
        Assert.All(shared, static path => Assert.DoesNotContain("<PackageReference", RepositoryFiles.Read(path)));
    }

    [Fact]
    public void Every_project_of_src_is_found() => Assert.Contains("Core", ProjectFile.OfSources.Select(static project => project.Name));

    private static ProjectFile Project(string name) => Assert.Single(ProjectFile.OfSources, project => project.Name == name);
}
