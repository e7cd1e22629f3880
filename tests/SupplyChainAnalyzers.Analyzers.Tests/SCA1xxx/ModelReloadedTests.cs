using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.ModelReloadedFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class ModelReloadedTests
{
    [Theory]
    [InlineData("""pool.{|SCA1035:FromUri|}("https://example.com/model.zip")""")]
    [InlineData("""pool.{|SCA1035:FromUri|}("sentiment", new Uri("https://example.com/model.zip"), TimeSpan.FromMinutes(1))""")]
    [InlineData("""pool.{|SCA1035:FromUri|}(unknown)""")]
    public Task Triggers_on_an_address_that_is_polled(string call) => Verify.VerifyCodeFixAsync(LoadingProgram.Of(call));

    [Theory]
    [InlineData("""pool.{|SCA1035:FromFile|}("model.zip")""", """pool.FromFile("model.zip", watchForChanges: false)""")]
    [InlineData("""pool.{|SCA1035:FromFile|}(modelName: "a", filePath: unknown)""", """pool.FromFile(modelName: "a", filePath: unknown, watchForChanges: false)""")]
    [InlineData("""pool.FromFile("model.zip", {|SCA1035:true|})""", """pool.FromFile("model.zip", false)""")]
    [InlineData("""pool.FromFile("a", "model.zip", watchForChanges: {|SCA1035:true|})""", """pool.FromFile("a", "model.zip", watchForChanges: false)""")]
    [InlineData("""((Func<object>)(() => pool.{|SCA1035:FromFile|}("model.zip")))()""", """((Func<object>)(() => pool.FromFile("model.zip", watchForChanges: false)))()""")]
    public Task Fix_loads_the_file_once(string call, string wanted) => Verify.VerifyCodeFixAsync(LoadingProgram.Of(call) with { Fixed = LoadingProgram.Text($"object result = {wanted};") });

    [Theory]
    [InlineData("""pool.FromFile("model.zip", false)""")]
    [InlineData("""pool.FromFile("a", "model.zip", watchForChanges: unknown.Length > 3)""")]
    [InlineData("""pool.FromUri("http://localhost:5000/model.zip")""")]
    [InlineData("""IsDevelopment() ? pool.FromUri("https://example.com/model.zip") : pool.FromFile("model.zip", false)""")]
    public Task Does_not_trigger_on_what_is_loaded_once_or_in_development(string call) =>
        Verify.VerifyAnalyzerAsync(LoadingProgram.Statements($"object result = {call};", "static bool IsDevelopment() => true;"));

    [Fact]
    public Task Does_not_trigger_on_an_image() => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(
        "object result = Image.FromFile(\"cat.png\");", "static class Image { public static object FromFile(string filePath) => filePath; }"));
}
