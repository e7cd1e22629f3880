using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What analyzers say inside models.lock and models.policy.json, and what only one of build and compiler says.</summary>
[Collection(PackedOnce.Name)]
public class EditorTests(PackedPackage package)
{
    private const string Exempting = """
        {
          "policyVersion": 1,
          "exemptions": {
            "SCA3010@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": { "reason": "r", "author": "a", "reviewer": "b", "expires": "2020-01-01" }
          }
        }
        """;

    [Fact]
    public void A_fault_is_said_once_by_the_build_or_by_the_compiler()
    {
        var solution = Solution(Exempting);

        Assert.Equal(["warning SCA5111 models.policy.json(4,5,4,86)"], solution.Build("build", "App").Succeeds().Findings.Select(static finding => finding.Brief));
        Assert.Contains(
            "warning SCA5111 models.policy.json(4,5,4,86)",
            solution.Build("build", "App", "--no-incremental", "-p:SupplyChainVerify=false").Succeeds().Warnings.Select(static finding => finding.Brief));
    }

    [Fact]
    public void The_compiler_sees_what_the_policy_extends()
    {
        var solution = Solution("""
            { "policyVersion": 1, "mode": "audit",
              "extends": [ "policies/team.json",
                           "policies/org.json" ] }
            """);

        var build = solution.Build("build", "App", "-p:SupplyChainVerify=false").Fails();

        Assert.Contains("error SCA5109 models.policy.json(1,31,1,38)", build.Errors.Select(static finding => finding.Brief));
    }

    [Fact]
    public void An_unused_entry_of_the_projects_own_lock_is_a_message()
    {
        var solution = new TestSolution(package);
        solution.Project("App", items: """<Content Include="used/**" CopyToOutputDirectory="Always" />""", properties: "<NoWarn>SCA2120</NoWarn>");
        solution.Write("App/used/u.gguf", ModelBytes.Gguf("u"));
        solution.Write("App/idle/i.gguf", ModelBytes.Gguf("i"));
        new TestLock(solution, "App/models.lock").Model("first", "used", ("u.gguf", "gguf")).Model("second", "idle", ("i.gguf", "gguf")).Write();

        // The compiler writes no messages to a build's output.
        solution.Write("App/.globalconfig", "is_global = true\ndotnet_diagnostic.SCA1090.severity = warning\n");

        var unused = Assert.Single(solution.Build("build", "App").Succeeds().Warnings);

        Assert.Equal(("SCA1090", true), (unused.Code, unused.Message.Contains("'second'", StringComparison.Ordinal)));
    }

    private TestSolution Solution(string policy)
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("models.lock", """{ "lockVersion": 1, "models": {} }""");
        solution.Write("policies/org.json", """{ "policyVersion": 1, "mode": "strict" }""");
        solution.Write("policies/team.json", """{ "policyVersion": 1 }""");
        solution.Write("models.policy.json", policy);
        return solution;
    }
}
