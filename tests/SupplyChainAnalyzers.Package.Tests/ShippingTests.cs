using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What was verified is what ships, and what ships is declared.</summary>
[Collection(PackedOnce.Name)]
public class ShippingTests(PackedPackage package)
{
    private const string CopiedModel = """<Content Include="models/model.gguf" CopyToOutputDirectory="PreserveNewest" />""";

    // After the lock was verified and before anything is copied: what a build step of an attacker would do.
    private const string Swap = """
        <Target Name="Swap" AfterTargets="SupplyChainVerify;SupplyChainVerifyShipping" Condition="'$(Attack)' == 'true'">
          <Copy SourceFiles="evil.gguf" DestinationFiles="models/model.gguf" />
          <Touch Files="models/model.gguf" />
        </Target>
        """;

    [Fact]
    public void Swap_between_verification_and_copy_is_caught_in_build_publish_and_pack()
    {
        var solution = new TestSolution(package);
        solution.Project("App", items: CopiedModel, targets: Swap);
        solution.Write("App/models/model.gguf", ModelBytes.Gguf("good"));
        solution.Write("App/evil.gguf", ModelBytes.Gguf("evil"));
        var models = new TestLock(solution).Model("m", "App/models", ("model.gguf", "gguf")).Write();

        solution.Build("build", "App", "-c", "Release").Succeeds();
        AssertCaught(solution.Build("build", "App", "-c", "Release", "--no-restore", "-p:Attack=true"));
        AssertCaught(solution.Build("publish", "App", "--no-build", "-p:Attack=true"));
        AssertCaught(solution.Build("pack", "App", "--no-build", "-p:Attack=true"));

        void AssertCaught(BuildResult build)
        {
            // A package holds content twice, for old and new clients: two entries, two errors.
            Assert.Equal([$"error SCA2121 {models.At("m", "model.gguf", "sha256")}"], build.Fails().Errors.Select(static error => error.Brief).Distinct());
            solution.Write("App/models/model.gguf", ModelBytes.Gguf("good"));
        }
    }

    [Fact]
    public void Publish_and_pack_without_build_verify_the_lock()
    {
        var solution = new TestSolution(package);
        solution.Project("App", "net10.0;netstandard2.0", items: CopiedModel);
        solution.Write("App/models/model.gguf", ModelBytes.Gguf("good"));
        var models = new TestLock(solution).Model("m", "App/models", ("model.gguf", "gguf")).Write();
        solution.Build("build", "App", "-c", "Release").Succeeds();
        solution.Write("App/models/model.gguf", ModelBytes.Gguf("evil"));

        foreach (var build in new[] { solution.Build("publish", "App", "--no-build", "-f", "net10.0"), solution.Build("pack", "App", "--no-build") })
            Assert.Equal($"error SCA2104 {models.At("m", "model.gguf", "sha256")}", Assert.Single(build.Fails().Errors).Brief);
    }

    [Fact]
    public void Undeclared_models_are_found_in_every_kind_of_item_and_said_once()
    {
        var solution = new TestSolution(package);
        solution.Project("Library", "net10.0;netstandard2.0", items: """
            <Content Include="content.gguf" CopyToOutputDirectory="PreserveNewest" />
            <None Include="none.gguf" CopyToOutputDirectory="Always" />
            <None Include="packed.gguf" Pack="true" PackagePath="models" />
            <EmbeddedResource Include="embedded.gguf" />
            <None Include="unshipped.gguf" />
            """);
        solution.Project("App", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        foreach (var name in new[] { "content", "none", "packed", "embedded", "unshipped" })
            solution.Write($"Library/{name}.gguf", ModelBytes.Gguf(name));

        var build = solution.Build("build", "App").Succeeds();

        Assert.Equal(
            ["SCA2120 Library.csproj(8,content.gguf)", "SCA2120 Library.csproj(9,none.gguf)", "SCA2120 Library.csproj(10,packed.gguf)", "SCA2120 Library.csproj(11,embedded.gguf)"],
            build.Warnings.OrderBy(static warning => warning.Line).Select(warning => $"{warning.Code} {Path.GetFileName(warning.File)}({warning.Line},{TextAt(warning)})"));

        var strict = solution.Build("build", "App", "--no-restore", "-p:SupplyChainMode=strict").Fails();
        Assert.All(strict.Errors, static error => Assert.Equal("SCA2120", error.Code));
        Assert.Equal(4, strict.Errors.Count());
    }

    [Fact]
    public void Model_that_has_not_been_fetched_is_a_message_in_a_build_and_an_error_where_files_leave()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models/model.gguf", ModelBytes.Gguf());
        new TestLock(solution).Model("m", "models", "fetch", ("model.gguf", "gguf")).Write();
        File.Delete(solution.PathOf("models/model.gguf"));

        var build = solution.Build("build", "App", "-c", "Release").Succeeds();
        Assert.Equal("message SCA2201", Kind(Assert.Single(build.Findings)));
        Assert.Contains("download it", build.Output, StringComparison.Ordinal);
        Assert.Equal("error SCA2201", Kind(Assert.Single(solution.Build("publish", "App", "--no-build").Fails().Findings)));
        Assert.Equal("error SCA2201", Kind(Assert.Single(solution.Build("pack", "App", "--no-build").Fails().Findings)));
    }

    [Fact]
    public void Scope_of_items_narrows_a_build_to_the_models_it_uses_but_not_what_leaves()
    {
        var solution = new TestSolution(package);
        solution.Write("models/a/used.gguf", ModelBytes.Gguf());
        solution.Write("models/b/other.gguf", ModelBytes.Gguf());
        solution.Project("App", items: """<Content Include="../models/a/used.gguf" CopyToOutputDirectory="PreserveNewest" />""");
        new TestLock(solution).Model("a", "models/a", "checkout", ("used.gguf", "gguf")).Model("b", "models/b", "checkout", ("other.gguf", "gguf")).Write();
        File.Delete(solution.PathOf("models/b/other.gguf"));

        Assert.Empty(solution.Build("build", "App", "-c", "Release", "-p:SupplyChainScope=items").Succeeds().Findings);
        Assert.Equal("error SCA2101", Kind(Assert.Single(solution.Build("build", "App", "-c", "Release").Fails().Findings)));
        Assert.Equal("error SCA2101", Kind(Assert.Single(solution.Build("publish", "App", "--no-build", "-p:SupplyChainScope=items").Fails().Findings)));

        File.Delete(solution.PathOf("models/a/used.gguf"));
        Assert.Contains("SCA2101", solution.Build("build", "App", "-c", "Release", "-p:SupplyChainScope=items").Fails().Output, StringComparison.Ordinal);
    }

    private static string TextAt(Diagnostic diagnostic) =>
        diagnostic.Line == 0 ? "" : File.ReadAllLines(diagnostic.File)[diagnostic.Line - 1][(diagnostic.Column - 1)..(diagnostic.EndColumn - 1)];

    private static string Kind(Diagnostic diagnostic) => $"{diagnostic.Kind} {diagnostic.Code}";
}
