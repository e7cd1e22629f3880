using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class VerifiedThenReopenedTests
{
    [Theory]
    [InlineData("""var hash = SHA256.HashData(File.ReadAllBytes(unknown)); if (hash.Length != 3) return null; object s = new InferenceSession({|SCA1032:unknown|});""")]
    [InlineData("""using (var stream = File.OpenRead(unknown)) { SHA256.HashData(stream); } object s = new InferenceSession({|SCA1032:unknown|});""")]
    [InlineData("""using var sha = SHA256.Create(); using var stream = new FileStream("m.onnx", FileMode.Open, FileAccess.Read); sha.ComputeHash(stream); object s = new InferenceSession({|SCA1032:"m.onnx"|});""")]
    [InlineData("""var path = Path.Combine(AppContext.BaseDirectory, "m.onnx"); await SHA256.HashDataAsync(File.OpenRead(path)); object s = new InferenceSession({|SCA1032:path|});""")]
    [InlineData("""if (Digest(unknown) != "x") return null; object s = new InferenceSession({|SCA1032:unknown|});""")]
    public Task Triggers_on_a_path_that_was_hashed(string statements) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements, Members));

    [Theory]
    [InlineData("""var bytes = File.ReadAllBytes(unknown); SHA256.HashData(bytes); object s = new InferenceSession(bytes);""")]
    [InlineData("""SHA256.HashData(File.ReadAllBytes("other.txt")); object s = new InferenceSession("m.onnx");""")]
    [InlineData("""object s = new InferenceSession(unknown); SHA256.HashData(File.ReadAllBytes(unknown));""")]
    [InlineData("""VerifyNothing(unknown); object s = new InferenceSession(unknown);""")]
    [InlineData("""object s = new InferenceSession(unknown);""")]
    public Task Does_not_trigger_on_bytes_that_are_kept_or_other_files(string statements) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements, Members));

    private const string Members = """
        static string Digest(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
            static void VerifyNothing(string path) { }
        """;
}
