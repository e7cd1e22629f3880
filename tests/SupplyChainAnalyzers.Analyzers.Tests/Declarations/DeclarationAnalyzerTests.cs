using System.Globalization;

namespace SupplyChainAnalyzers.Analyzers.Tests.Declarations;

/// <summary>What is said inside models.lock and models.policy.json while they are edited.</summary>
public class DeclarationAnalyzerTests
{
    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Exempting = $$"""
        {
          "policyVersion": 1,
          "exemptions": {
            "SCA3010@sha256:{{Sha}}": { "reason": "r", "author": "a", "reviewer": "b", "expires": "2026-05-31" }
          }
        }
        """;

    [Fact]
    public async Task A_project_without_these_files_has_nothing_to_hear() => Assert.Empty(await new DeclarationProject().FoundAsync());

    [Theory]
    [InlineData("""{ "lockVersion": 1, "models": {}, "modles": {} }""", "SCA2005 models.lock(1,35): Error")]
    [InlineData("""{ "lockVersion": 1, "models": {}, "models": {} }""", "SCA2004 models.lock(1,35): Error")]
    [InlineData("""{ "lockVersion": 9, "models": {} }""", "SCA2003 models.lock(1,18): Error")]
    [InlineData("{ \"lockVersion\": 1,\n \"models\": [] }", "SCA2006 models.lock(2,12): Error")]
    [InlineData("{ \"lockVersion\": 1,", "SCA2002 models.lock(1,20): Error")]
    [InlineData("", "SCA2002 models.lock(1,1): Error")]
    [InlineData("<<<<<<< HEAD\n{}", "SCA2011 models.lock(1,1): Error")]
    public async Task A_fault_of_the_lock_is_said_at_its_place(string text, string expected) =>
        Assert.Equal([expected], await new DeclarationProject { Lock = text }.FoundAsync());

    [Fact]
    public async Task Digest_path_and_revision_are_looked_at()
    {
        const string Text = $$"""
            { "lockVersion": 1, "models": { "m": {
              "path": "../up",
              "source": { "type": "huggingface", "repo": "acme/m", "revision": "main" },
              "files": { "a.onnx": { "sha256": "XYZ", "size": 1, "format": "onnx" }, "A.onnx": { "sha256": "{{Sha}}", "size": -1, "format": "onnx" } }
            } } }
            """;
        Assert.Equal(
            ["SCA2006 models.lock(4,172): Error", "SCA2007 models.lock(4,36): Error", "SCA2008 models.lock(2,11): Error", "SCA2012 models.lock(3,68): Error"],
            (await new DeclarationProject { Lock = Text }.FoundAsync()).Where(static found => !found.StartsWith("SCA2009", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "policyVersion": 1, "mod": "strict" }""", "SCA5105 models.policy.json(1,23): Error")]
    [InlineData("""{ "policyVersion": 1, "mode": "strikt" }""", "SCA5106 models.policy.json(1,31): Error")]
    [InlineData("""{ "policyVersion": 1, "mode": "strict", "mode": "audit" }""", "SCA5104 models.policy.json(1,41): Error")]
    [InlineData("[", "SCA5102 models.policy.json(1,2): Error")]
    public async Task A_fault_of_the_policy_is_said_at_its_place(string text, string expected) =>
        Assert.Equal([expected], await new DeclarationProject { Policy = text }.FoundAsync());

    [Fact]
    public async Task An_exemption_is_reported_from_the_day_after_its_last()
    {
        var project = new DeclarationProject { Policy = Exempting };

        Assert.Equal(["SCA5111 models.policy.json(4,5): Warning"], await project.FoundAsync());
        Assert.Empty(await (project with { Today = new DateTime(2026, 5, 31, 23, 59, 0) }).FoundAsync());
    }

    [Fact]
    public async Task A_demand_that_nothing_checks_is_reported() =>
        Assert.Equal(
            ["SCA5114 models.policy.json(1,43): Warning"],
            await new DeclarationProject { Policy = """{ "policyVersion": 1, "bom": { "require": true } }""" }.FoundAsync());

    [Fact]
    public async Task A_policy_that_loosens_its_base_is_told_so_where_it_does()
    {
        var project = new DeclarationProject
        {
            Policy = """{ "policyVersion": 1, "extends": ["../org.json"], "mode": "audit" }""",
            Base = """{ "policyVersion": 1, "mode": "strict" }""",
        };

        Assert.Equal(["SCA5109 models.policy.json(1,59): Error"], await project.FoundAsync());
    }

    [Fact]
    public async Task A_base_the_compiler_does_not_see_is_no_fault() =>
        Assert.Empty(await new DeclarationProject { Policy = """{ "policyVersion": 1, "extends": ["../org.json"], "mode": "audit" }""" }.FoundAsync());

    [Fact]
    public async Task A_fault_of_the_base_is_said_in_the_base()
    {
        var project = new DeclarationProject { Policy = """{ "policyVersion": 1, "extends": ["../org.json"] }""", Base = """{ "policyVersion": 1, "mod": "strict" }""" };

        Assert.Equal(["SCA5105 org.json(1,23): Error"], await project.FoundAsync());
    }

    [Theory]
    [InlineData("audit", "Info")]
    [InlineData("default", "Error")]
    [InlineData("strict", "Error")]
    public async Task Levels_are_those_of_the_mode(string mode, string level) =>
        Assert.Equal([$"SCA2005 models.lock(1,35): {level}"], await new DeclarationProject { Lock = """{ "lockVersion": 1, "models": {}, "modles": {} }""", Mode = mode }.FoundAsync());

    [Fact]
    public async Task The_mode_of_the_policy_counts_too() =>
        Assert.Equal(
            ["SCA2005 models.lock(1,35): Info"],
            await new DeclarationProject { Lock = """{ "lockVersion": 1, "models": {}, "modles": {} }""", Policy = """{ "policyVersion": 1, "mode": "audit" }""" }.FoundAsync());

    [Fact]
    public async Task Hostile_names_are_shown_harmlessly()
    {
        var diagnostic = Assert.Single(await new DeclarationProject { Lock = """{ "lockVersion": 1, "models": {}, "x\u202e{0}\n##vso[": {} }""" }.DiagnosticsAsync());

        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("\\u{202E}{0}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_only_the_compiler_sees_move_no_place_out_of_the_file()
    {
        // U+2028 ends a line for C#, and stands inside a string for JSON.
        var found = await new DeclarationProject { Lock = "{ \"lockVersion\": 1, \"models\": { \"a\u2028b\": 1 } }" }.FoundAsync();

        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task Every_cut_of_a_lock_is_taken()
    {
        var text = SupplyChainAnalyzers.Analyzers.Tests.TestLock.Hub();
        for (var length = 0; length < text.Length; length += 7)
            Assert.NotEmpty(await new DeclarationProject { Lock = text[..length] }.FoundAsync());
    }
}
