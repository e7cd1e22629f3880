using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.LookAlikeRepositoryFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class FolderOrRepositoryTests
{
    private const string Commit = TestLock.Commit;

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync({|SCA1011:"models/resnet"|}, REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync({|SCA1011:"Models/ResNet"|}, REV)""")]
    [InlineData("""HFDownloader.DownloadFileAsync({|SCA1011:Folder.Name|}, "model.onnx", revision: REV)""")]
    [InlineData("""new ModelsClient().GetByNamespaceByRepoResolveByRevByPathAsync({|SCA1011:"models"|}, "resnet", REV, "model.onnx")""")]
    public Task Triggers_on_the_folder_of_a_declared_model(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/resnet", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("acme/fin", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync("./models/resnet", REV)""")]
    [InlineData("""HFDownloader.DownloadSnapshotAsync(args[0], REV)""")]
    public Task Does_not_trigger_on_others(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData(null)]
    [InlineData("{ broken")]
    public Task Does_not_trigger_without_a_lock(string? models) =>
        Verify.VerifyAnalyzerAsync(Program("""HFDownloader.DownloadSnapshotAsync("models/resnet", REV)""") with { Lock = models });

    private static RuleTest Program(string call) => new()
    {
        Source = $$"""
            using HuggingFace;
            using HuggingfaceHub;

            object result = {{call.Replace("REV", $"\"{Commit}\"", StringComparison.Ordinal)}};

            static class Folder
            {
                public const string Name = "models/resnet";
            }

            """,
        Stubs = ["HuggingfaceHub", "HuggingFace"],
        IsProgram = true,
        Lock = TestLock.Of(
            TestLock.Model("r", "models/resnet", null, null, null, "model.onnx"),
            TestLock.Model("f", "acme/fin", "acme/fin", Commit, "v1", "model.onnx"),
            TestLock.Model("d", "models/deep/er", null, null, null, "model.onnx")),
    };
}
