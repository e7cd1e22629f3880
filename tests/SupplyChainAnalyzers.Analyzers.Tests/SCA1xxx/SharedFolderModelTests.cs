using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class SharedFolderModelTests
{
    [Theory]
    [InlineData("""new InferenceSession({|SCA1041:Path.Combine(Path.GetTempPath(), "model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1041:Path.Combine(Path.GetTempPath(), unknown, "x")|})""")]
    [InlineData("""new InferenceSession({|SCA1041:$"{Path.GetTempPath()}model.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1041:"/tmp/model.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1041:@"C:\Users\me\Downloads\model.onnx"|})""")]
    [InlineData("""new ModelParams({|SCA1041:"/home/me/Downloads/llama.gguf"|})""")]
    [InlineData("""new InferenceSession({|SCA1041:Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Desktop), "model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1041:@"\\server\share\model.onnx"|})""")]
    public Task Triggers_on_folders_of_others(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Fact]
    public Task Triggers_through_a_local() => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(
        """var path = Path.Combine(Path.GetTempPath(), "model.onnx"); object result = new InferenceSession({|SCA1041:path|});"""));

    [Theory]
    [InlineData("""object result = new InferenceSession("models/model.onnx");""")]
    [InlineData("""object result = new InferenceSession(Path.Combine(AppContext.BaseDirectory, "tmp", "model.onnx"));""")]
    [InlineData("""object result = new InferenceSession("/opt/Downloads/model.onnx");""")]
    [InlineData("""object result = new InferenceSession(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "app", "model.onnx"));""")]
    [InlineData("""object result = new InferenceSession(Path.Combine(Directory.CreateTempSubdirectory().FullName, "model.onnx"));""")]
    [InlineData("""object result = new InferenceSession(unknown);""")]
    [InlineData("""var path = Path.Combine(Path.GetTempPath(), "model.onnx"); if (!IsHashRight(path)) return null; object result = new InferenceSession(path);""")]
    [InlineData("""File.Delete("/tmp/model.onnx");""")]
    public Task Does_not_trigger_on_own_or_verified_files(string statements) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements, "static bool IsHashRight(string path) => path.Length > 3;"));

    [Fact]
    public Task Does_not_trigger_in_tests() => Verify.VerifyAnalyzerAsync(LoadingProgram.Of("""new InferenceSession("/tmp/model.onnx")""") with
    {
        Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" },
    });
}
