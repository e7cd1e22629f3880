using SupplyChainAnalyzers.CodeFixes.SCA1xxx;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>What is loaded, from where, and whether anybody looked at it before.</summary>
internal static partial class RuleExamples
{
    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Session = "new Microsoft.ML.OnnxRuntime.InferenceSession";
    private const string Entries = "foreach (var entry in ZipFile.OpenRead(\"m.zip\").Entries) entry.ExtractToFile(";

    // The shape of what the generator writes.
    private const string Accessors = """
        internal sealed class VerifiedModelFile { public byte[] ReadVerified() => []; }
        internal static class ModelFiles { public static VerifiedModelFile Resnet => new(); }

        """;

    private static IEnumerable<RuleExample> Loads()
    {
        yield return new RuleExample(
            "SCA1020", Py("{|SCA1020:load_py|}", "\"pytorch_model.bin\""), Py("load_safetensors", "Given.Unknown"))
        { Stubs = ["TorchSharp", "TorchSharp.PyBridge"], Lock = TestLock.Of(TestLock.Model("bert", "models/bert", null, null, null, "pytorch_model.bin", "model.safetensors")), Beside = "SCA1031" }
            .FixedBy<PickleArtefactFixer>(Py("load_safetensors", "\"model.safetensors\""));
        yield return new RuleExample("SCA1021", "Accord.Neuro.Network.{|SCA1021:Load|}(Given.Unknown);", "File.ReadAllBytes(\"net.bin\");") { Stubs = ["Accord", "Accord.Neuro"] };
        yield return Onnx("SCA1022", Options("{|SCA1022:\"libs/custom_ops.so\"|}"), Options("\"custom_ops.so\""));
        yield return Onnx("SCA1030", Session + "({|SCA1030:\"other/model.onnx\"|});", Session + "(Given.Unknown);") with { Lock = TestLock.Local("models/resnet/resnet.onnx") };
        yield return (Onnx("SCA1031", Session + "({|SCA1031:\"models/resnet/resnet.onnx\"|});", Session + "(ModelFiles.Resnet.ReadVerified());") with
        {
            Lock = TestLock.Of(TestLock.Model("resnet", "models/resnet", null, null, null, "resnet.onnx")),
            Types = Accessors,
        }).FixedBy<DeclaredModelNotVerifiedFixer>(Session + "(ModelFiles.Resnet.ReadVerified());");
        yield return Onnx(
            "SCA1032",
            $"var path = Given.Unknown; SHA256.HashData(File.ReadAllBytes(path)); {Session}({{|SCA1032:path|}});",
            $"var bytes = File.ReadAllBytes(Given.Unknown); SHA256.HashData(bytes); {Session}(bytes);");
        yield return Onnx(
            "SCA1033",
            $"var bytes = Given.Http.GetByteArrayAsync(\"https://example.com/ner.onnx\").Result; {Session}({{|SCA1033:bytes|}});",
            $"var bytes = Given.Http.GetByteArrayAsync(\"https://example.com/ner.onnx\").Result; SHA256.HashData(bytes); {Session}(bytes);");
        yield return new RuleExample("SCA1034", File("{|SCA1034:download_url_to_file|}", ""), File("download_url_to_file", $", \"{Sha}\"")) { Stubs = ["TorchSharp"], Lock = TestLock.Hub() }
            .FixedBy<DigestNotCheckedFixer>(File("download_url_to_file", $", hash_prefix: \"{Sha}\""));
        yield return new RuleExample("SCA1035", Pool("{|SCA1035:FromFile|}", ""), Pool("FromFile", ", false")) { Usings = "using Microsoft.Extensions.ML;\n", Stubs = ["Microsoft.Extensions.ML", "Microsoft.ML.Data"] }
            .FixedBy<ModelReloadedFixer>(Pool("FromFile", ", watchForChanges: false"));
        yield return new RuleExample("SCA1036", Whisper("{|SCA1036:GetGgmlModelAsync|}", ""), "Whisper.net.WhisperFactory.FromPath(\"ggml-base.bin\");") { Stubs = ["Whisper.net"] };
        yield return Onnx("SCA1040", Session + "({|SCA1040:Console.ReadLine()|});", Session + "(Given.Unknown);");
        yield return Onnx("SCA1041", Session + "({|SCA1041:Path.Combine(Path.GetTempPath(), \"ner.onnx\")|});", Session + "(Path.Combine(AppContext.BaseDirectory, \"ner.onnx\"));");
        yield return Onnx(
            "SCA1042",
            $"{Entries}{{|SCA1042:Path.Combine(Given.Unknown, entry.FullName)|}}); {Session}(Given.Unknown);",
            $"{Entries}Path.Combine(Given.Unknown, entry.Name)); {Session}(Given.Unknown);");
        yield return new RuleExample("SCA1061", Trusting("", " {|SCA1061:ServerCertificateCustomValidationCallback = (_, _, _, _) => true|} "), Trusting("", "  "))
            .FixedBy<CertificateNotCheckedFixer>(Trusting("", "  "));
        yield return Onnx("SCA1070", "Microsoft.ML.OnnxRuntime.OrtLoraAdapter.Create({|SCA1070:\"other/tone.onnx_adapter\"|}, null);", "Microsoft.ML.OnnxRuntime.OrtLoraAdapter.Create(Given.Unknown, null);") with
        {
            Lock = TestLock.Local("models/resnet/resnet.onnx"),
        };
        yield return new RuleExample("SCA1071", Vocabulary("{|SCA1071:\"other/vocab.txt\"|}"), Vocabulary("Given.Unknown")) { Stubs = ["Microsoft.ML.Tokenizers"], Lock = TestLock.Local("models/resnet/resnet.onnx") };
        yield return new RuleExample("SCA1072", "object template = new LLama.LLamaTemplate({|SCA1072:\"{{ message.content }}\"|});", "object template = new LLama.LLamaTemplate(Given.Unknown);")
        {
            Stubs = ["LLamaSharp"],
            Lock = TestLock.Local("models/resnet/resnet.onnx"),
        };
    }

    private static RuleExample Onnx(string id, string statements, string clean) => new(id, statements, clean) { Stubs = ["Microsoft.ML.OnnxRuntime"] };

    private static string Py(string member, string path) => $"TorchSharp.PyBridge.PyBridgeModuleExtensions.{member}(default(TorchSharp.torch.nn.Module)!, {path});";

    private static string Options(string path) => $"new Microsoft.ML.OnnxRuntime.SessionOptions().RegisterCustomOpLibrary({path});";

    private static string File(string member, string more) => $"TorchSharp.torch.hub.{member}(\"{Url}{Commit}/model.onnx\", \"x.dat\"{more});";

    private static string Pool(string member, string more) => $"default(PredictionEnginePoolBuilder<object, object>)!.{member}(\"model.zip\"{more});";

    private static string Whisper(string member, string more) => $"Whisper.net.Ggml.WhisperGgmlDownloader.Default.{member}(Whisper.net.Ggml.GgmlType.Base{more});";

    private static string Trusting(string before, string initializer) =>
        $"{before}var handler = new HttpClientHandler {{{initializer}}}; new HttpClient(handler).GetByteArrayAsync(\"{Url}{Commit}/model.onnx\");";

    private static string Vocabulary(string path) => $"Microsoft.ML.Tokenizers.BertTokenizer.Create({path});";
}
