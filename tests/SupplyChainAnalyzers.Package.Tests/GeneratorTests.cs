using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Generated accessors, from the packed package to a running program.</summary>
[Collection(PackedOnce.Name)]
public class GeneratorTests(PackedPackage package)
{
    private const string Properties = """
        <OutputType>Exe</OutputType>
        <SupplyChainGenerate>true</SupplyChainGenerate>
        <Nullable>enable</Nullable>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <IsAotCompatible>true</IsAotCompatible>
        <NoWarn>CA1303</NoWarn>
        """;

    private const string Program = """
        using System;
        using System.IO;

        using Stream inside = App.ModelFiles.Inside.OpenVerified();
        using App.VerifiedModelPath path = App.ModelFiles.Outside.BGguf.OpenVerifiedPath();
        Console.WriteLine($"{App.ModelFiles.Inside.Path} {inside.Length} {App.ModelFiles.Outside.AGguf.Path} {new FileInfo(path.Path).Length}");
        """;

    [Fact]
    public void Accessors_find_files_where_the_build_copies_them_and_refuse_a_swapped_one()
    {
        var solution = Solution();

        solution.Build("build", "App").Succeeds();
        Assert.Contains("models/in #1.gguf 59 data/a.gguf 60", solution.Run("run", "--project", "App", "--no-build"), StringComparison.Ordinal);

        // What is built is not what runs any more.
        var copied = Directory.GetFiles(solution.PathOf("App/bin"), "in #1.gguf", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(copied, ModelBytes.Gguf("swap"));
        var run = Dotnet.Run(solution.Folder, ["run", "--project", "App", "--no-build"]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("ModelVerificationException", run.Output, StringComparison.Ordinal);
        Assert.Contains("in #1.gguf' (model 'inside') is not the file that models.lock declares", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_said_by_the_build_or_else_by_the_generator()
    {
        var solution = Solution();
        solution.Write("models.lock", "{ \"lockVersion\": 1 }");

        Assert.DoesNotContain(solution.Build("build", "App").Fails().Findings, static finding => finding.Code == "SCA1091");
        Assert.Single(solution.Build("build", "App", "-p:SupplyChainVerify=false").Fails().Errors, static error => error.Code == "SCA1091");
    }

    private TestSolution Solution()
    {
        var solution = new TestSolution(package);
        solution.Project("App", properties: Properties, items: """
            <Content Include="models/**" CopyToOutputDirectory="PreserveNewest" />
            <None Include="../shared/**" LinkBase="data" CopyToOutputDirectory="Always" />
            """);
        File.Delete(solution.PathOf("App/Class.cs"));
        solution.Write("App/Program.cs", Program);
        solution.Write("App/models/in #1.gguf", ModelBytes.Gguf("one"));
        solution.Write("shared/a.gguf", ModelBytes.Gguf("two"));
        solution.Write("shared/b.gguf", ModelBytes.Gguf("four"));
        new TestLock(solution).Model("inside", "App/models", ("in #1.gguf", "gguf")).Model("outside", "shared", ("a.gguf", "gguf"), ("b.gguf", "gguf")).Write();
        return solution;
    }
}
