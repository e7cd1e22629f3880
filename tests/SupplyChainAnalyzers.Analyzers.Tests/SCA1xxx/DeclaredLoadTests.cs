using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>What is loaded beside models: adapters, tokenizers, templates; and models that are declared.</summary>
public sealed class DeclaredLoadTests
{
    [Theory]
    [InlineData("""object? result = OrtLoraAdapter.Create({|SCA1070:"other/tone.onnx_adapter"|}, null);""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.BertTokenizer.Create({|SCA1071:"other/vocab.txt"|});""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.BpeTokenizer.Create({|SCA1071:"other/vocab.json"|}, {|SCA1071:"other/merges.txt"|});""")]
    public Task Triggers_on_files_the_lock_does_not_declare(string statement) => Verify.VerifyAnalyzerAsync(WithLock(statement));

    [Theory]
    [InlineData("""object? result = OrtLoraAdapter.Create("models/bert/style.onnx_adapter", null);""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.BertTokenizer.Create("models/bert/vocab.txt");""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.BertTokenizer.Create(unknown);""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.TiktokenTokenizer.CreateForModel("gpt-4");""")]
    [InlineData("""object? result = Microsoft.ML.Tokenizers.TiktokenTokenizer.CreateForEncoding("cl100k_base");""")]
    public Task Does_not_trigger_on_declared_or_packaged_ones(string statement) => Verify.VerifyAnalyzerAsync(WithLock(statement));

    [Fact]
    public Task Does_not_trigger_without_a_lock() => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(
        """object? result = Microsoft.ML.Tokenizers.BertTokenizer.Create("other/vocab.txt"); result = OrtLoraAdapter.Create("other/tone.onnx_adapter", null);"""));

    [Theory]
    [InlineData("""object? result = new LLamaTemplate({|SCA1072:"{% for message in messages %}{{ message.content }}{% endfor %}"|});""")]
    [InlineData("""object? result = new LLamaTemplate({|SCA1072:File.ReadAllText("other/system.jinja")|});""")]
    [InlineData("""object? result = default(Tokenizer)!.ApplyChatTemplate({|SCA1072:"{{ messages }}"|}, "[]", "", true);""")]
    public Task Triggers_on_a_template_of_ones_own(string statement) => Verify.VerifyAnalyzerAsync(WithLock(statement));

    [Theory]
    [InlineData("""object? result = new LLamaTemplate(customTemplate: null);""")]
    [InlineData("""object? result = new LLamaTemplate("chatml");""")]
    [InlineData("""object? result = new LLamaTemplate(unknown);""")]
    [InlineData("""object? result = new LLamaTemplate(File.ReadAllText("models/bert/chat.jinja"));""")]
    [InlineData("""object? result = new LLamaTemplate(File.ReadAllText(unknown));""")]
    [InlineData("""object? result = default(Tokenizer)!.ApplyChatTemplate(null!, "[]", "", true);""")]
    public Task Does_not_trigger_on_the_models_own_or_a_declared_one(string statement) => Verify.VerifyAnalyzerAsync(WithLock(statement));

    [Theory]
    [InlineData("""object? result = new InferenceSession({|SCA1031:"models/bert/model.onnx"|});""")]
    [InlineData("""object? result = new InferenceSession({|SCA1031:Path.Combine(AppContext.BaseDirectory, "models", "bert", "model.onnx")|});""")]
    public Task Triggers_on_a_declared_model_that_is_loaded_by_path(string statement) => Verify.VerifyAnalyzerAsync(WithLock(statement));

    [Theory]
    [InlineData("""object? result = new InferenceSession(unknown);""")]
    [InlineData("""object? result = new InferenceSession(File.ReadAllBytes("models/bert/model.onnx"));""")]
    [InlineData("""object? result = new InferenceSession(VerifiedModel.Path("models/bert/model.onnx"));""")]
    public Task Does_not_trigger_on_verified_bytes(string statement) => Verify.VerifyAnalyzerAsync(
        WithLock(statement, "static class VerifiedModel { public static string Path(string path) => path; }"));

    private static RuleTest WithLock(string statements, string members = "") => LoadingProgram.Statements(statements, members) with
    {
        Lock = TestLock.Local("models/bert/model.onnx", "models/bert/style.onnx_adapter", "models/bert/vocab.txt", "models/bert/chat.jinja"),
    };
}
