using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class ModelNotDeclaredTests
{
    [Theory]
    [InlineData("""new InferenceSession({|SCA1030:"other/model.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1030:"other/model.onnx"|}, new SessionOptions())""")]
    [InlineData("""new InferenceSession(options: new SessionOptions(), modelPath: {|SCA1030:"other/model.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1030:@"other\model.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1030:Path.Combine(AppContext.BaseDirectory, "other", "model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1030:Path.Combine(AppDomain.CurrentDomain.BaseDirectory, "other/model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1030:Path.Join(Directory.GetCurrentDirectory(), "other", "model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1030:Path.Combine(Path.GetDirectoryName(System.Reflection.Assembly.GetExecutingAssembly().Location)!, "other/model.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1030:AppContext.BaseDirectory + "other/model.onnx"|})""")]
    [InlineData("""new InferenceSession(Path.GetFullPath({|SCA1030:"other/model.onnx"|}))""")]
    [InlineData("""new InferenceSession({|SCA1030:Paths.Model|})""")]
    [InlineData("""new InferenceSession({|SCA1030:"mobilenet.onnx"|})""")]
    [InlineData("""new MLContext().Model.Load({|SCA1030:"other.zip"|}, out _)""")]
    [InlineData("""torch.jit.load({|SCA1030:"other.pt"|})""")]
    [InlineData("""new ModelParams({|SCA1030:"other.gguf"|})""")]
    [InlineData("""new ModelParams("models/resnet/resnet.onnx") { ModelPath = {|SCA1030:"other.gguf"|} }""")]
    [InlineData("""WhisperFactory.FromPath({|SCA1030:"ggml-base.bin"|})""")]
    [InlineData("""Kernel.CreateBuilder().AddOnnxRuntimeGenAIChatCompletion("phi", {|SCA1030:"models/phi-3"|})""")]
    [InlineData("""new Microsoft.ML.OnnxRuntimeGenAI.Model({|SCA1030:"models/phi-3"|})""")]
    public Task Triggers_on_a_constant_path_outside_the_lock(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new InferenceSession("models/resnet/model.onnx")""")]
    [InlineData("""new InferenceSession("./models/resnet/model.onnx")""")]
    [InlineData("""new InferenceSession("../../models/resnet/model.onnx")""")]
    [InlineData("""new InferenceSession("Models/ResNet/Model.onnx")""")]
    [InlineData("""new InferenceSession(@"models\resnet\model.onnx")""")]
    [InlineData("""new InferenceSession("resnet/model.onnx")""")]
    [InlineData("""new InferenceSession("model.onnx")""")]
    [InlineData("""new InferenceSession("/opt/app/models/resnet/model.onnx")""")]
    [InlineData("""new InferenceSession("assets/resnet.onnx")""")]
    [InlineData("""new InferenceSession(Path.Combine(AppContext.BaseDirectory, "models", "resnet", "model.onnx"))""")]
    [InlineData("""new Microsoft.ML.OnnxRuntimeGenAI.Model("models/resnet")""")]
    [InlineData("""new Microsoft.ML.OnnxRuntimeGenAI.Model(Path.Combine(AppContext.BaseDirectory, "resnet"))""")]
    public Task Does_not_trigger_on_what_the_lock_declares(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new InferenceSession({|SCA1040:args[0]|})""")]
    [InlineData("""new InferenceSession({|SCA1040:Path.Combine(args[0], "other.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1041:Path.Combine(Path.GetTempPath(), "other.onnx")|})""")]
    [InlineData("""new InferenceSession({|SCA1040:$"models/{args[0]}/model.onnx"|})""")]
    [InlineData("""new InferenceSession(new byte[0])""")]
    [InlineData("""new InferenceSession(File.ReadAllBytes("other.onnx"))""")]
    [InlineData("""new InferenceSession("")""")]
    [InlineData("""new SessionOptions { OptimizedModelFilePath = "other.onnx" }""")]
    [InlineData("""Microsoft.ML.Tokenizers.BertTokenizer.Create({|SCA1071:"other/vocab.txt"|})""")]
    public Task Does_not_trigger_on_what_is_no_constant_path_of_a_model(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new MLContext().Model.Save(null!, null!, "made.zip"); return new MLContext().Model.Load("made.zip", out _);""")]
    [InlineData("""var path = "made.zip"; new MLContext().Model.Save(null!, null!, path); return new MLContext().Model.Load(path, out _);""")]
    [InlineData("""using (File.Create("made.zip")) { } return new MLContext().Model.Load("made.zip", out _);""")]
    [InlineData("""using (new FileStream("made.zip", FileMode.Create)) { } return new MLContext().Model.Load("made.zip", out _);""")]
    [InlineData("""new System.Net.WebClient().DownloadFile("https://example.com/x", "made.zip"); return new MLContext().Model.Load({|SCA1033:"made.zip"|}, out _);""")]
    public Task Does_not_trigger_on_a_file_the_type_writes_itself(string body) => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $"using System.IO;\nusing Microsoft.ML;\n#pragma warning disable SYSLIB0014\nclass C {{ object M() {{ {body} }} }}",
        Stubs = ["Microsoft.ML.Data"],
        Lock = TestLock.Local("models/resnet/model.onnx"),
    });

    [Fact]
    public Task Triggers_when_the_file_is_only_looked_for() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = "using System.IO;\nusing Microsoft.ML;\nclass C { object M() => File.Exists(\"other.zip\") ? new MLContext().Model.Load({|SCA1030:\"other.zip\"|}, out _) : null; }",
        Stubs = ["Microsoft.ML.Data"],
        Lock = TestLock.Local("models/resnet/model.onnx"),
    });

    [Theory]
    [InlineData(null)]
    [InlineData("{ broken")]
    [InlineData("")]
    public Task Does_not_trigger_without_a_lock_that_can_be_read(string? models) =>
        Verify.VerifyAnalyzerAsync(Program("""new InferenceSession("other/model.onnx")""") with { Lock = models });

    [Fact]
    public Task Triggers_for_all_with_an_empty_lock() =>
        Verify.VerifyAnalyzerAsync(Program("""new InferenceSession({|SCA1030:"model.onnx"|})""") with { Lock = TestLock.Of() });

    [Fact]
    public Task Does_not_trigger_in_tests() =>
        Verify.VerifyAnalyzerAsync(Program("""new InferenceSession("other/model.onnx")""") with { Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" } });

    [Fact]
    public Task Triggers_in_tests_when_they_are_asked_for() => Verify.VerifyAnalyzerAsync(Program("""new InferenceSession({|SCA1030:"other/model.onnx"|})""") with
    {
        Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" },
        EditorConfig = new Dictionary<string, string> { ["sca.include_tests"] = "true" },
    });

    [Fact]
    public Task Triggers_in_a_constructor_that_calls_its_base() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = "using Microsoft.ML.OnnxRuntime;\nclass Session : InferenceSession { public Session() : base({|SCA1030:\"other/model.onnx\"|}) { } }",
        Stubs = ["Microsoft.ML.OnnxRuntime"],
        Lock = TestLock.Local("models/resnet/model.onnx"),
    });

    [Theory]
    [InlineData(null, DiagnosticSeverity.Info)]
    [InlineData("default", DiagnosticSeverity.Info)]
    [InlineData("strict", DiagnosticSeverity.Warning)]
    [InlineData("audit", DiagnosticSeverity.Info)]
    [InlineData("no such mode", DiagnosticSeverity.Info)]
    public async Task Level_is_the_one_of_the_mode(string? mode, DiagnosticSeverity severity)
    {
        var test = Program("""new InferenceSession("other/model.onnx")""") with
        {
            Properties = mode is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SupplyChainMode"] = mode },
        };

        Assert.Equal(severity, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }

    [Theory]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("strict", DiagnosticSeverity.Error)]
    [InlineData("audit", DiagnosticSeverity.Info)]
    public async Task Level_of_a_download_is_the_one_of_the_mode(string mode, DiagnosticSeverity severity)
    {
        var test = new RuleTest
        {
            Source = "class C { object M(System.Net.Http.HttpClient http) => http.GetAsync(\"https://huggingface.co/a/b/resolve/main/m.onnx\"); }",
            Properties = new Dictionary<string, string> { ["SupplyChainMode"] = mode },
        };

        Assert.Equal(severity, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }

    [Fact]
    public async Task Editorconfig_decides_after_the_mode()
    {
        var test = Program("""new InferenceSession("other/model.onnx")""") with
        {
            Properties = new Dictionary<string, string> { ["SupplyChainMode"] = "strict" },
            EditorConfig = new Dictionary<string, string> { ["dotnet_diagnostic.SCA1030.severity"] = "error" },
        };

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }

    [Fact]
    public async Task Hostile_path_is_shown_on_one_harmless_line()
    {
        var message = Assert.Single(await Run.DiagnosticsAsync(Program("""new InferenceSession("a\u202e\n##vso[x]\u001b[2J.onnx")"""))).GetMessage(null);

        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain('\u202e', message);
        Assert.DoesNotContain('\u001b', message);
        Assert.DoesNotContain("##vso[", message, StringComparison.Ordinal);
    }

    private static RuleTest Program(string call) => new()
    {
        Source = $$"""
            using System;
            using System.IO;
            using LLama.Common;
            using Microsoft.ML;
            using Microsoft.ML.OnnxRuntime;
            using Microsoft.SemanticKernel;
            using TorchSharp;
            using Whisper.net;

            object result = {{call}};

            static class Paths
            {
                public const string Folder = "other";
                public const string Model = Folder + "/model.onnx";
            }

            """,
        Stubs = ["LLamaSharp", "Microsoft.ML.Data", "Microsoft.ML.OnnxRuntime", "Microsoft.ML.OnnxRuntimeGenAI", "Microsoft.ML.Tokenizers", "Microsoft.SemanticKernel.Connectors.Onnx", "TorchSharp", "Whisper.net"],
        IsProgram = true,
        Lock = TestLock.Local("models/resnet/model.onnx", "models/resnet/resnet.onnx"),
        // What is declared is for SCA1031.
        EditorConfig = new Dictionary<string, string> { ["dotnet_diagnostic.SCA1031.severity"] = "none" },
    };
}
