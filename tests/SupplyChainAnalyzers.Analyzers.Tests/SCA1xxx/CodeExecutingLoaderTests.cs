using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class CodeExecutingLoaderTests
{
    [Theory]
    [InlineData("""Accord.Neuro.Network.{|SCA1021:Load|}(unknown)""")]
    [InlineData("""Accord.Neuro.Networks.DeepBeliefNetwork.{|SCA1021:Load|}(new MemoryStream())""")]
    [InlineData("""new SharpLearning.InputOutput.Serialization.GenericBinarySerializer().{|SCA1021:Deserialize<object>|}(() => new StringReader(unknown))""")]
    [InlineData("""((Func<object>)(() => Accord.Neuro.Network.{|SCA1021:Load|}("net.bin")))()""")]
    public Task Triggers_on_loaders_that_are_binary_formatters(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Theory]
    [InlineData("""new InferenceSession("models/net.onnx")""")]
    [InlineData("""File.ReadAllBytes("net.bin")""")]
    [InlineData("""System.Text.Json.JsonSerializer.Deserialize<object>(unknown)!""")]
    public Task Does_not_trigger_on_other_loaders(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Fact]
    public Task Does_not_trigger_on_a_namesake_of_the_user() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = "namespace Accord.Neuro { class Network { public static object Load(string fileName) => fileName; } class C { object M() => Network.Load(\"net.bin\"); } }",
    });

    [Fact]
    public Task Triggers_in_code_that_does_not_compile() => Verify.VerifyAnalyzerAsync(LoadingProgram.Of("""Accord.Neuro.Network.{|SCA1021:Load|}(noSuchName)""") with { IgnoreCompilerErrors = true });
}
