using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Settings;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Settings;

public sealed class SettingsAnalyzerTests
{
    private const string Path = "/0/appsettings.json";

    [Fact]
    public async Task Model_is_reported_with_line_and_column()
    {
        var diagnostic = Assert.Single(await DiagnosticsAsync("{\n  // the model\n  \"OpenAI\": { \"Model\": \"gpt-4o\" }\n}\n"));

        Assert.Equal("SCA1050", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(Path, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(new LinePositionSpan(new LinePosition(2, 24), new LinePosition(2, 30)), diagnostic.Location.GetLineSpan().Span);
        Assert.Contains("gpt-4o-2024-08-06", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Level_is_the_one_of_the_mode() =>
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await DiagnosticsAsync("""{ "OpenAI": { "Model": "gpt-4o" } }""", mode: "strict")).Severity);

    [Fact]
    public async Task Lock_and_policy_are_asked()
    {
        const string Lock = """{ "lockVersion": 1, "hosted": { "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "m" } }, "models": {} }""";
        const string Policy = """{ "policyVersion": 1, "sources": { "endpoints": [ "https://api.openai.com" ] } }""";

        var ids = (await DiagnosticsAsync("""{ "OpenAI": { "Endpoint": "https://x.example.com", "Model": "other" } }""", Lock, Policy)).Select(static diagnostic => diagnostic.Id);

        Assert.Equal(["SCA1055", "SCA1056"], ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("settings", "/0/other.json")]
    [InlineData("other", Path)]
    [InlineData(null, Path)]
    public async Task Other_files_are_left_alone(string? role, string path) =>
        Assert.Empty(await DiagnosticsAsync("""{ "OpenAI": { "Model": "gpt-4o" } }""", role: role, path: path));

    [Theory]
    [InlineData("")]
    [InlineData("{ broken")]
    [InlineData("{ \"OpenAI\": { \"Model\": \"\\ud800\" } }")]
    public async Task What_cannot_be_read_is_silent(string text) => Assert.Empty(await DiagnosticsAsync(text));

    [Fact]
    public async Task Hostile_name_is_shown_on_one_harmless_line()
    {
        var message = Assert.Single(await DiagnosticsAsync("{ \"Mistral\": { \"Model\": \"a\u202e##vso[x]-latest\" } }")).GetMessage(null);

        Assert.DoesNotContain('\u202e', message);
        Assert.DoesNotContain("##vso[", message, StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        string text, string? models = null, string? policy = null, string? role = "settings", string path = Path, string? mode = null)
    {
        var test = new RuleTest
        {
            Source = "class C;",
            Lock = models,
            Policy = policy,
            Properties = mode is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SupplyChainMode"] = mode },
        };
        var project = TestSolution.Create(test).Projects.Single();
        project = project.AddAdditionalDocument("appsettings.json", SourceText.From(text), filePath: path).Project;
        if (role is not null)
            project = project.AddAnalyzerConfigDocument(".globalconfig2", SourceText.From($"is_global = true\n[{path}]\nbuild_metadata.AdditionalFiles.SupplyChainRole = {role}\n"), filePath: "/second.globalconfig").Project;

        return await TestSolution.DiagnosticsOfAsync(project, new SettingsAnalyzer());
    }
}
