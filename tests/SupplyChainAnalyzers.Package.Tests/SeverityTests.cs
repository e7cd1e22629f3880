using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>Warnings obey each project's settings, as the compiler's do; errors obey none.</summary>
[Collection(PackedOnce.Name)]
public class SeverityTests(PackedPackage package)
{
    [Fact]
    public void Each_project_hears_a_warning_as_its_own_settings_say()
    {
        (string Project, string Settings, string Kind)[] matrix =
        [
            ("Plain", "", "warning"),
            ("NoWarn", "<NoWarn>$(NoWarn);SCA2120</NoWarn>", "hidden"),
            ("AsErrors", "<WarningsAsErrors>CS1591,SCA2120</WarningsAsErrors>", "error"),
            ("All", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error"),
            ("NotAsErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>SCA2120</WarningsNotAsErrors>", "warning"),
            ("NoWarnFirst", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>SCA2120</NoWarn>", "hidden"),
            ("OfMSBuild", "<MSBuildWarningsAsErrors>SCA2120</MSBuildWarningsAsErrors>", "error"),
        ];
        var solution = new TestSolution(package);
        foreach (var (project, settings, _) in matrix)
        {
            solution.Project(project, properties: settings, items: """<Content Include="model.gguf" />""");
            solution.Write($"{project}/model.gguf", ModelBytes.Gguf(project));
        }

        solution.Solution();
        var build = solution.Build("build", "All.sln").Fails();

        Assert.Equal(
            matrix.Select(static row => $"{row.Project}: {row.Kind}").Order(StringComparer.Ordinal),
            build.Findings.Select(static finding => $"{Path.GetFileNameWithoutExtension(finding.File)}: {finding.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Integrity_error_is_hidden_by_nothing_but_audit_mode()
    {
        var solution = new TestSolution(package);
        solution.Project("App", properties: "<NoWarn>SCA2104</NoWarn><WarningsNotAsErrors>SCA2104</WarningsNotAsErrors><MSBuildWarningsAsMessages>SCA2104</MSBuildWarningsAsMessages><RunAnalyzers>false</RunAnalyzers>");
        solution.Project("Other");
        solution.Write("models/model.gguf", ModelBytes.Gguf("good"));
        var models = new TestLock(solution).Model("m", "models", ("model.gguf", "gguf")).Write();
        solution.Write("models/model.gguf", ModelBytes.Gguf("evil"));
        solution.Solution();

        var build = solution.Build("build", "All.sln", "-p:NoWarn=SCA2104").Fails();
        Assert.Equal($"error SCA2104 {models.At("m", "model.gguf", "sha256")}", Assert.Single(build.Findings).Brief);

        var audit = solution.Build("build", "All.sln", "--no-restore", "-p:SupplyChainMode=audit").Succeeds();
        Assert.Equal($"message SCA2104 {models.At("m", "model.gguf", "sha256")}", Assert.Single(audit.Findings, static finding => finding.Kind != "hidden").Brief);
    }
}
