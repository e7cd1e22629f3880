using SupplyChainAnalyzers.CodeFixes.SCA1xxx;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>Where a model comes from.</summary>
internal static partial class RuleExamples
{
    private const string Url = "https://huggingface.co/acme/fraud-finbert/resolve/";
    private const string Pin = $"{Commit}/model.onnx\" /* v2.1.0 @ models.lock */);";

    private static IEnumerable<RuleExample> Addresses()
    {
        yield return Hub("SCA1001", "{|SCA1001:DownloadSnapshotAsync|}(\"acme/fraud-finbert\");", $"DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{Commit}\");")
            .FixedBy<DownloadWithoutRevisionFixer>($"HuggingfaceHub.HFDownloader.DownloadSnapshotAsync(\"acme/fraud-finbert\", revision: \"{Commit}\" /* v2.1.0 @ models.lock */);");
        yield return Get("SCA1002", Url + "{|SCA1002:main|}/model.onnx", $"{Url}{Commit}/model.onnx").FixedBy<FloatingRevisionFixer>($"Given.Http.GetAsync(\"{Url}{Pin}");
        yield return Get("SCA1003", Url + "{|SCA1003:v2.1.0|}/model.onnx", Url + "v2.1.0/README.md").FixedBy<MutableTagFixer>($"Given.Http.GetAsync(\"{Url}{Pin}");
        yield return Get("SCA1004", Url + "{|SCA1004:043235d|}/model.onnx", $"{Url}{Commit}/model.onnx").FixedBy<AbbreviatedCommitFixer>($"Given.Http.GetAsync(\"{Url}{Pin}");
        yield return Get("SCA1005", $"{{|SCA1005:http|}}://huggingface.co/acme/x/resolve/{Commit}/m.onnx", "http://localhost:8080/m.onnx")
            .FixedBy<PlainHttpFixer>($"Given.Http.GetAsync(\"https://huggingface.co/acme/x/resolve/{Commit}/m.onnx\");");
        yield return (Hub("SCA1006", $"DownloadSnapshotAsync({{|SCA1006:\"evil/x\"|}}, \"{Commit}\");", $"DownloadSnapshotAsync(\"acme/x\", \"{Commit}\");") with
        {
            Lock = null,
            Policy = Denying(""),
            PolicyFixed = Denying(""", { "type": "huggingface", "orgs": ["evil"] }"""),
        }).FixedBy<UntrustedSourceFixer>($"HuggingfaceHub.HFDownloader.DownloadSnapshotAsync(\"evil/x\", \"{Commit}\");");
        yield return Hub("SCA1007", $"DownloadSnapshotAsync(\"{{|SCA1007:m1crosoft/phi-2|}}\", \"{Commit}\");", $"DownloadSnapshotAsync(\"microsoft/phi-2\", \"{Commit}\");")
            .FixedBy<LookAlikeRepositoryFixer>($"HuggingfaceHub.HFDownloader.DownloadSnapshotAsync(\"microsoft/phi-2\", \"{Commit}\");");
        yield return new RuleExample(
            "SCA1008", $"Given.Http.GetAsync(\"{Url}{Commit}/model.onnx\" {{|SCA1008:/* v1.0 @ models.lock */|}});", $"Given.Http.GetAsync(\"{Url}{Pin}")
        { Lock = TestLock.Hub() }
            .FixedBy<PinCommentDiffersFixer>($"Given.Http.GetAsync(\"{Url}{Pin}");
        yield return Get("SCA1009", "https://github.com/acme/x/releases/{|SCA1009:latest|}/download/m.onnx", "https://github.com/acme/x/releases/latest/download/setup.exe");
        yield return (Get("SCA1010", "https://acme.s3.amazonaws.com/{|SCA1010:m.gguf|}", "https://acme.s3.amazonaws.com/orders.json") with
        {
            Lock = TestLock.External("https://acme.s3.amazonaws.com/m.gguf", "3HL4kqtJvjVBH40Nrjfkd"),
        }).FixedBy<CloudObjectWithoutVersionFixer>("Given.Http.GetAsync(\"https://acme.s3.amazonaws.com/m.gguf?versionId=3HL4kqtJvjVBH40Nrjfkd\");");
        yield return Hub("SCA1011", $"DownloadSnapshotAsync({{|SCA1011:\"models/fraud-finbert\"|}}, \"{Commit}\");", $"DownloadSnapshotAsync(\"acme/fraud-finbert\", \"{Commit}\");");
    }

    private static RuleExample Get(string id, string address, string clean) => new(id, $"Given.Http.GetAsync(\"{address}\");", $"Given.Http.GetAsync(\"{clean}\");") { Lock = TestLock.Hub() };

    private static RuleExample Hub(string id, string call, string clean) =>
        new(id, "HuggingfaceHub.HFDownloader." + call, "HuggingfaceHub.HFDownloader." + clean) { Stubs = ["HuggingfaceHub"], Lock = TestLock.Hub() };

    private static string Denying(string more) =>
        $$"""{ "policyVersion": 1, "sources": { "default": "deny", "allow": [{ "type": "huggingface", "orgs": ["acme"] }{{more}}] } }""";
}
