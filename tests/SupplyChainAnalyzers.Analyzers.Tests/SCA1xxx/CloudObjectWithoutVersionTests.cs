using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.CloudObjectWithoutVersionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class CloudObjectWithoutVersionTests
{
    [Fact]
    public Task Triggers_where_no_digest_is_compared() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = """
            class C
            {
                void M() => new Emgu.Util.FileDownloadManager().{|SCA1034:AddFile|}("https://acme.s3.amazonaws.com/x/{|SCA1010:model.onnx|}", "models");
            }
            """,
        Stubs = ["Emgu.Util"],
    });

    [Theory]
    [InlineData("http.GetAsync(\"https://acme.blob.core.windows.net/models/{|SCA1010:m.onnx|}\")")]
    [InlineData("http.GetAsync(\"https://acme.blob.core.windows.net/models/{|SCA1010:m.onnx|}?sv=2024&sig=x\")")]
    [InlineData("http.GetAsync(\"https://acme.s3.eu-central-1.amazonaws.com/{|SCA1010:m.gguf|}\")")]
    [InlineData("http.GetAsync($\"https://storage.googleapis.com/acme/{|SCA1010:m.safetensors|}\")")]
    [InlineData("s3.GetObjectAsync(\"acme\", {|SCA1010:\"models/m.onnx\"|})")]
    public Task Triggers_on_models_without_a_version(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("http.GetAsync(\"https://acme.blob.core.windows.net/models/m.onnx?versionid=2024-01-01\")")]
    [InlineData("http.GetAsync(\"https://acme.s3.amazonaws.com/m.gguf?x=1&versionId=abc\")")]
    [InlineData("http.GetAsync(\"https://storage.googleapis.com/acme/m.safetensors?generation=1\")")]
    [InlineData("http.GetAsync(\"https://acme.blob.core.windows.net/data/orders.json\")")]
    [InlineData("http.GetAsync(\"https://ec2.amazonaws.com/m.onnx\")")]
    [InlineData("s3.GetObjectAsync(\"acme\", \"data/orders.json\")")]
    [InlineData("s3.GetObjectAsync(\"acme\", args[0])")]
    public Task Does_not_trigger_on_versions_and_other_objects(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Fact]
    public Task Fix_names_the_version_of_the_lock() => Verify.VerifyCodeFixAsync(
        Program("http.GetAsync(\"https://acme.s3.amazonaws.com/{|SCA1010:m.gguf|}\")") with
        {
            Fixed = Text("http.GetAsync(\"https://acme.s3.amazonaws.com/m.gguf?versionId=3HL4kqtJvjVBH40Nrjfkd\")"),
            Lock = TestLock.External("https://acme.s3.amazonaws.com/m.gguf", "3HL4kqtJvjVBH40Nrjfkd"),
        });

    private static RuleTest Program(string call) => new() { Source = Text(call), Stubs = ["AWSSDK.S3"], IsProgram = true };

    private static string Text(string call) => $"using System.Net.Http;\nusing var http = new HttpClient();\nAmazon.S3.IAmazonS3 s3 = null!;\nobject result = {call};\n";
}
