using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.PickleArtefactFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class PickleArtefactTests
{
    private const string Commit = TestLock.Commit;

    [Theory]
    [InlineData("""module.{|SCA1020:load_py|}("bert/pytorch_model.bin")""")]
    [InlineData("""module.{|SCA1020:load_py|}(unknown)""")]
    [InlineData("""module.{|SCA1020:load_py|}(new MemoryStream())""")]
    [InlineData("""PyTorchUnpickler.{|SCA1020:UnpickleStateDict|}("model.pth")""")]
    [InlineData("""module.load_checkpoint("bert", {|SCA1020:"pytorch_model.bin"|})""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/{|SCA1020:yolov8n.pt|}")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/{|SCA1020:sd-v1-4.ckpt|}?download=true")""")]
    [InlineData("""HFDownloader.DownloadFileAsync("acme/bert", {|SCA1020:"pytorch_model-00001-of-00002.bin"|}, revision: "043235d6088ecd3dd5fb5ca3592b6913fd516027")""")]
    public Task Triggers_on_pickles(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Theory]
    [InlineData("""module.load_safetensors("bert/model.safetensors")""")]
    [InlineData("""module.load_checkpoint("bert", "model.safetensors.index.json")""")]
    [InlineData("""module.load_checkpoint("bert")""")]
    [InlineData("""module.load_checkpoint("bert", unknown)""")]
    [InlineData("""module.load("model.dat")""")]
    [InlineData("""torch.jit.load("model.pt")""")]
    [InlineData("""WhisperFactory.FromPath("ggml-base.bin")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/ggml-base.bin")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/model.bin")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/silero_torchscript.pt")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/" + unknown)""")]
    [InlineData("""http.GetByteArrayAsync("http://localhost:8080/models/yolov8n.pt")""")]
    [InlineData("""http.GetByteArrayAsync("https://example.com/models/model.safetensors")""")]
    [InlineData("""File.ReadAllBytes("yolov8n.pt")""")]
    public Task Does_not_trigger_on_other_formats(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Fact]
    public Task Option_adds_extensions() => Verify.VerifyAnalyzerAsync(LoadingProgram.Of("""http.GetByteArrayAsync("https://example.com/{|SCA1020:weights.t7|}")""") with
    {
        EditorConfig = new Dictionary<string, string> { ["sca.pickle_extensions"] = ".t7, .pdparams" },
    });

    [Theory]
    [InlineData("""module.{|SCA1020:load_py|}("models/bert/pytorch_model.bin")""", """module.load_safetensors("models/bert/model.safetensors")""")]
    [InlineData("""module.{|SCA1020:load_py|}(@"bert\pytorch_model.bin", strict: false)""", """module.load_safetensors("bert\\model.safetensors", strict: false)""")]
    [InlineData("""PyBridgeModuleExtensions.{|SCA1020:load_py|}(module, "pytorch_model.bin" /* stays */)""", """PyBridgeModuleExtensions.load_safetensors(module, "model.safetensors" /* stays */)""")]
    public Task Fix_loads_the_safetensors_file_of_the_lock(string call, string wanted) => Verify.VerifyCodeFixAsync(LoadingProgram.Of(call) with
    {
        Lock = Models("pytorch_model.bin", "model.safetensors"),
        Fixed = LoadingProgram.Text($"object result = {wanted.Replace("\"models/bert/model.safetensors\"", "{|SCA1031:\"models/bert/model.safetensors\"|}", StringComparison.Ordinal).Replace("\"bert\\\\model.safetensors\"", "{|SCA1031:\"bert\\\\model.safetensors\"|}", StringComparison.Ordinal).Replace("\"model.safetensors\"", "{|SCA1031:\"model.safetensors\"|}", StringComparison.Ordinal)};"),
        Source = LoadingProgram.Text($"object result = {MarkDeclared(call)};"),
    });

    [Theory]
    [InlineData("""module.{|SCA1020:load_py|}({|SCA1031:"pytorch_model.bin"|})""", "pytorch_model.bin", "a.safetensors", "b.safetensors")]
    [InlineData("""module.{|SCA1020:load_py|}({|SCA1031:"pytorch_model.bin"|})""", "pytorch_model.bin")]
    [InlineData("""module.{|SCA1020:load_py|}("models/" + unknown)""", "pytorch_model.bin", "model.safetensors")]
    [InlineData("""PyTorchUnpickler.{|SCA1020:UnpickleStateDict|}({|SCA1031:"pytorch_model.bin"|})""", "pytorch_model.bin", "model.safetensors")]
    public Task No_fix_where_the_lock_has_no_single_replacement(string call, params string[] files) => Verify.VerifyCodeFixAsync(LoadingProgram.Of(call) with { Lock = Models(files) });

    [Fact]
    public Task Fix_all_reaches_every_call() => Verify.VerifyCodeFixAsync(LoadingProgram.Statements(
        "module.{|SCA1020:load_py|}({|SCA1031:\"pytorch_model.bin\"|});\n        Action later = () => module.{|SCA1020:load_py|}({|SCA1031:\"pytorch_model.bin\"|});") with
    {
        Lock = Models("pytorch_model.bin", "model.safetensors"),
        Fixed = LoadingProgram.Text("module.load_safetensors({|SCA1031:\"model.safetensors\"|});\n        Action later = () => module.load_safetensors({|SCA1031:\"model.safetensors\"|});"),
    });

    private static string Models(params string[] files) => TestLock.Of(TestLock.Model("bert", "models/bert", "acme/bert", Commit, "main", files));

    private static string MarkDeclared(string call) => call
        .Replace("\"models/bert/pytorch_model.bin\"", "{|SCA1031:\"models/bert/pytorch_model.bin\"|}", StringComparison.Ordinal)
        .Replace("@\"bert\\pytorch_model.bin\"", "{|SCA1031:@\"bert\\pytorch_model.bin\"|}", StringComparison.Ordinal)
        .Replace("\"pytorch_model.bin\"", "{|SCA1031:\"pytorch_model.bin\"|}", StringComparison.Ordinal);
}
