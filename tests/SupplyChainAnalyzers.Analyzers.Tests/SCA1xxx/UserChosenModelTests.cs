using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class UserChosenModelTests
{
    [Theory]
    [InlineData("""new InferenceSession({|SCA1040:Console.ReadLine()|})""")]
    [InlineData("""new InferenceSession({|SCA1040:Environment.GetCommandLineArgs()[1]|})""")]
    [InlineData("""new InferenceSession({|SCA1040:Path.Combine("models", Console.ReadLine()!)|})""")]
    [InlineData("""new InferenceSession({|SCA1040:$"models/{Console.ReadLine()}.onnx"|})""")]
    [InlineData("""new ModelParams({|SCA1040:Console.ReadLine() ?? "models/a.gguf"|})""")]
    public Task Triggers_on_input(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Theory]
    [InlineData("""var name = Console.ReadLine()!; if (!new[] { "a.onnx" }.Contains(name)) return null; object s = new InferenceSession(name);""")]
    [InlineData("""var name = Path.GetFileName(Console.ReadLine())!; object s = new InferenceSession(Path.Combine("models", name));""")]
    [InlineData("""var path = Console.ReadLine()!; VerifyAgainstLock(path); object s = new InferenceSession(path);""")]
    [InlineData("""object s = new InferenceSession(unknown);""")]
    [InlineData("""object s = new InferenceSession(Environment.GetEnvironmentVariable("MODEL")!);""")]
    [InlineData("""object s = File.ReadAllText(Console.ReadLine()!);""")]
    public Task Does_not_trigger_on_limited_or_other_values(string statements) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements, "static void VerifyAgainstLock(string path) { }"));

    [Theory]
    [InlineData("""using var s = new Microsoft.ML.OnnxRuntime.InferenceSession({|SCA1040:args[0]|});""")]
    [InlineData("""var path = args.Length > 0 ? args[0] : "m.onnx"; using var s = new Microsoft.ML.OnnxRuntime.InferenceSession({|SCA1040:path|});""")]
    public Task Triggers_on_the_arguments_of_a_program(string statements) => Verify.VerifyAnalyzerAsync(Program(statements));

    [Fact]
    public Task Triggers_on_the_arguments_of_main() => Verify.VerifyAnalyzerAsync(
        Program("static class P { static void Main(string[] args) { new Microsoft.ML.OnnxRuntime.InferenceSession({|SCA1040:args[0]|}); } }"));

    [Fact]
    public Task Does_not_trigger_on_an_array_of_another_method() => Verify.VerifyAnalyzerAsync(
        Program("static class P { static void Main() { Run([\"m.onnx\"]); } static void Run(string[] args) { new Microsoft.ML.OnnxRuntime.InferenceSession(args[0]); } }"));

    [Theory]
    [InlineData("""object Get([FromQuery] string path) => new Microsoft.ML.OnnxRuntime.InferenceSession({|SCA1040:path|});""")]
    [InlineData("""object Get(HttpRequest request) => new Microsoft.ML.OnnxRuntime.InferenceSession({|SCA1040:request.Query["path"]|});""")]
    public Task Triggers_on_a_request(string member) => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            class C { {{member}} }

            namespace Microsoft.AspNetCore.Http
            {
                class HttpRequest { public IQueryCollection Query => null!; }
                interface IQueryCollection { string this[string key] { get; } }
            }

            namespace Microsoft.AspNetCore.Mvc
            {
                class FromQueryAttribute : System.Attribute { }
            }

            """,
        Stubs = ["Microsoft.ML.OnnxRuntime"],
    });

    private static RuleTest Program(string source) => new() { Source = source, Stubs = ["Microsoft.ML.OnnxRuntime"], IsProgram = true };
}
