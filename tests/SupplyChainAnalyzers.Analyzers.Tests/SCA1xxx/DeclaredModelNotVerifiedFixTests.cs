using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.DeclaredModelNotVerifiedFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class DeclaredModelNotVerifiedFixTests
{
    // The shape of what the generator writes.
    private const string Accessors = """
        namespace Acme.Models
        {
            internal sealed class VerifiedModelFile { public byte[] ReadVerified() => []; public System.IO.Stream OpenVerified() => null!; public VerifiedModelPath OpenVerifiedPath() => null!; }
            internal sealed class VerifiedModelPath : System.IDisposable { public string Path => ""; public void Dispose() { } }
            internal static class ModelFiles
            {
                public static VerifiedModelFile Resnet => new();
                public static class Bert { public static VerifiedModelFile ModelOnnx => new(); }
            }
        }

        """;

    [Theory]
    [InlineData("""new InferenceSession({|SCA1031:"models/resnet/resnet.onnx"|})""", "new InferenceSession(Acme.Models.ModelFiles.Resnet.ReadVerified())")]
    [InlineData("""new InferenceSession({|SCA1031:"models/bert/model.onnx"|}, options)""", "new InferenceSession(Acme.Models.ModelFiles.Bert.ModelOnnx.ReadVerified(), options)")]
    [InlineData("""new InferenceSession(options: options, modelPath: {|SCA1031:"models/resnet/resnet.onnx"|})""", "new InferenceSession(options: options, model: Acme.Models.ModelFiles.Resnet.ReadVerified())")]
    [InlineData("""new ModelParams({|SCA1031:"models/resnet/resnet.onnx"|})""", """new ModelParams({|SCA1031:"models/resnet/resnet.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1031:"models/large/large.onnx"|})""", """new InferenceSession({|SCA1031:"models/large/large.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1031:"model.onnx"|})""", """new InferenceSession(Acme.Models.ModelFiles.Bert.ModelOnnx.ReadVerified())""")]
    public Task Fix_hands_over_verified_bytes_where_the_loader_takes_them(string call, string wanted) => Verify.VerifyCodeFixAsync(Of(call) with
    {
        Fixed = LoadingProgram.Text($"object result = {wanted};"),
    });

    [Theory]
    [InlineData(
        "module.load_safetensors({|SCA1031:Path.Combine(AppContext.BaseDirectory, \"models\", \"resnet\", \"resnet.onnx\")|});",
        "using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n        module.load_safetensors(verifiedResnet.Path);")]
    [InlineData(
        "object result = WhisperFactory.FromPath({|SCA1031:\"models/resnet/resnet.onnx\"|});",
        "using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n        object result = WhisperFactory.FromPath(verifiedResnet.Path);")]
    [InlineData(
        "if (unknown.Length > 3)\n        {\n            // once\n            torch.load(location: {|SCA1031:\"models/resnet/resnet.onnx\"|});\n        }",
        "if (unknown.Length > 3)\n        {\n            // once\n            using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n            torch.load(location: verifiedResnet.Path);\n        }")]
    [InlineData(
        "torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|}); torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|});",
        "using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n        torch.load(verifiedResnet.Path); using var verifiedResnet2 = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath(); torch.load(verifiedResnet2.Path);")]
    [InlineData(
        "var verifiedResnet = 1; Func<object> later = () => { return torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|}); };",
        "var verifiedResnet = 1; Func<object> later = () => { using var verifiedResnet2 = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath(); return torch.load(verifiedResnet2.Path); };")]
    [InlineData(
        "object result = LLamaWeights.LoadFromFile(new ModelParams({|SCA1031:\"models/resnet/resnet.onnx\"|}));",
        "using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n        object result = LLamaWeights.LoadFromFile(new ModelParams(verifiedResnet.Path));")]
    [InlineData(
        "var settings = new ModelParams({|SCA1031:\"models/resnet/resnet.onnx\"|}); object result = await LLamaWeights.LoadFromFileAsync(settings);",
        "using var verifiedResnet = Acme.Models.ModelFiles.Resnet.OpenVerifiedPath();\n        var settings = new ModelParams(verifiedResnet.Path); object result = await LLamaWeights.LoadFromFileAsync(settings);")]
    public Task Fix_hands_over_the_path_of_a_verified_copy_where_the_loader_takes_nothing_else(string statements, string wanted) =>
        Verify.VerifyCodeFixAsync(Of("") with { Source = LoadingProgram.Text(statements), Fixed = LoadingProgram.Text(wanted) });

    [Theory]
    [InlineData("Func<object> later = () => torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|});")]
    [InlineData("if (unknown.Length > 3) torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|});")]
    [InlineData("switch (unknown) { case \"a\": torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|}); break; }")]
    [InlineData("pool.FromFile({|SCA1031:\"models/resnet/resnet.onnx\"|}, false);")]
    [InlineData("object result = LLamaWeights.LoadFromFileAsync(new ModelParams({|SCA1031:\"models/resnet/resnet.onnx\"|}));")]
    [InlineData("var settings = new ModelParams({|SCA1031:\"models/resnet/resnet.onnx\"|}); Func<object> later = () => LLamaWeights.LoadFromFile(settings);")]
    [InlineData("var settings = new ModelParams({|SCA1031:\"models/resnet/resnet.onnx\"|}); LLamaWeights.LoadFromFile(settings); return settings;")]
    [InlineData("torch.load({|SCA1031:\"models/large/large.onnx\"|});")]
    public Task No_fix_where_the_copy_could_be_gone_before_it_is_read(string statements) => Verify.VerifyCodeFixAsync(Of("") with { Source = LoadingProgram.Text(statements) });

    [Fact]
    public Task No_using_declaration_in_a_language_without_it() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = "class C { object M() { return TorchSharp.torch.load({|SCA1031:\"models/resnet/resnet.onnx\"|}); } }\nnamespace N { static class ModelFiles { } }\n",
        Stubs = ["TorchSharp"],
        Lock = TestLock.Of(TestLock.Model("resnet", "models/resnet", null, null, null, "resnet.onnx")),
        LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3,
    });

    [Fact]
    public Task No_fix_without_accessors() => Verify.VerifyCodeFixAsync(Of("""new InferenceSession({|SCA1031:"models/resnet/resnet.onnx"|})""") with { SecondSource = null });

    private static RuleTest Of(string call) => LoadingProgram.Of(call) with
    {
        SecondSource = Accessors,
        Lock = TestLock.Of(
            TestLock.Model("bert", "models/bert", null, null, null, "model.onnx", "vocab.txt"),
            TestLock.Model("large", "models/large", null, null, null, "large.onnx", "large.onnx_data"),
            TestLock.Model("resnet", "models/resnet", null, null, null, "resnet.onnx")),
    };
}
