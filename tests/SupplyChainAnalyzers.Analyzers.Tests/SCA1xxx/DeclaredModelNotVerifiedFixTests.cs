using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.DeclaredModelNotVerifiedFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class DeclaredModelNotVerifiedFixTests
{
    // The shape of what the generator writes.
    private const string Accessors = """
        namespace Acme.Models
        {
            internal sealed class VerifiedModelFile { public byte[] ReadVerified() => []; public System.IO.Stream OpenVerified() => null!; }
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
    [InlineData("""module.load_safetensors({|SCA1031:Path.Combine(AppContext.BaseDirectory, "models", "resnet", "resnet.onnx")|})""", """module.load_safetensors({|SCA1031:Path.Combine(AppContext.BaseDirectory, "models", "resnet", "resnet.onnx")|})""")]
    [InlineData("""new ModelParams({|SCA1031:"models/resnet/resnet.onnx"|})""", """new ModelParams({|SCA1031:"models/resnet/resnet.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1031:"models/large/large.onnx"|})""", """new InferenceSession({|SCA1031:"models/large/large.onnx"|})""")]
    [InlineData("""new InferenceSession({|SCA1031:"model.onnx"|})""", """new InferenceSession(Acme.Models.ModelFiles.Bert.ModelOnnx.ReadVerified())""")]
    public Task Fix_hands_over_verified_bytes_where_the_loader_takes_them(string call, string wanted) => Verify.VerifyCodeFixAsync(Of(call) with
    {
        Fixed = LoadingProgram.Text($"object result = {wanted};"),
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
