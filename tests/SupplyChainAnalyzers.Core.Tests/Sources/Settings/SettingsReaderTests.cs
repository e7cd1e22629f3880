using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Settings;

public sealed class SettingsReaderTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string Digest = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    private const string Lock = $$"""
        { "lockVersion": 1,
          "hosted": { "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "gpt-4o-2024-08-06" } },
          "models": {
            "fin": { "path": "models/fin", "source": { "type": "huggingface", "repo": "acme/fin", "revision": "{{Commit}}" },
              "files": { "m.onnx": { "sha256": "{{Digest}}", "size": 1, "format": "onnx" } } },
            "llama": { "path": "models/llama", "source": { "type": "ollama", "model": "llama3.2", "revision": "sha256:{{Digest}}", "resolvedFrom": "3b" },
              "files": { "m.gguf": { "sha256": "{{Digest}}", "size": 1, "format": "gguf" } } } } }
        """;

    [Theory]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4o" } }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "OpenAI": { "ChatModelId": "gpt-4o", "EmbeddingModel": "text-embedding-3-small" } }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "OpenAI:ChatModel": "gpt-4o" }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "AI": { "Provider": "OpenAI", "Model": "gpt-4o" } }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "AI": { "OpenAI": { "Endpoint": "https://api.openai.com/v1", "Model": "gpt-4o" } } }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "Services": [ { "Type": "Anthropic", "ModelName": "claude-3-5-sonnet-latest" } ] }""", "SCA1050 claude-3-5-sonnet-latest")]
    [InlineData("""{ "Mistral": { "ModelId": "mistral-large-latest" } }""", "SCA1050 mistral-large-latest")]
    [InlineData("""{ "Ollama": { "Model": "llama3.2" } }""", "SCA1051 llama3.2")]
    [InlineData("""{ "Ollama": { "Endpoint": "http://localhost:11434", "EmbeddingModel": "nomic-embed-text:latest" } }""", "SCA1051 nomic-embed-text:latest")]
    [InlineData("""{ "HuggingFace": { "Model": "m1crosoft/phi-2" } }""", "SCA1007 m1crosoft/phi-2")]
    [InlineData("""{ "HuggingFace": { "Model": "models/resnet" } }""", "SCA1011 models/resnet")]
    [InlineData("""{ "Detector": { "ModelUrl": "https://huggingface.co/acme/x/resolve/main/m.onnx" } }""", "SCA1002 main")]
    [InlineData("""{ "Detector": { "ModelUrl": "http://example.com/m.onnx" } }""", "SCA1005 http://example.com/m.onnx")]
    [InlineData("""{ "Detector": { "OnnxUri": "https://aka.ms/model" } }""", "SCA1009 https://aka.ms/model")]
    [InlineData("{\r\n  // a comment \"OpenAI\"\r\n  \"OpenAI\": { /* another */ \"Model\": \"gpt-4o\", },\r\n}", "SCA1050 gpt-4o")]
    [InlineData("\uFEFF{ \"OpenAI\": { \"Model\": \"gpt-4o\" } }", "SCA1050 gpt-4o")]
    public void Model_is_reported_where_it_stands(string text, params string[] findings) => Assert.Equal(findings, Findings(text));

    [Theory]
    [InlineData("""{ "AzureOpenAI": { "Model": "gpt-4o", "Endpoint": "https://acme.openai.azure.com" } }""")]
    [InlineData("""{ "Azure": { "OpenAI": { "DeploymentName": "gpt-4o" } } }""")]
    [InlineData("""{ "OpenAI": { "DeploymentModel": "gpt-4o" } }""")]
    [InlineData("""{ "OpenAI": { "Endpoint": "https://acme.openai.azure.com", "Model": "gpt-4o" } }""")]
    [InlineData("""{ "OpenAI": { "BaseUrl": "http://localhost:1234/v1", "Model": "gpt-4o" } }""")]
    [InlineData("""{ "AI": { "Provider": "AzureOpenAI", "Model": "gpt-4o" } }""")]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4o-2024-08-06" } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "gpt-4o", "Title": "gpt-4o" } }""")]
    [InlineData("""{ "Car": { "Model": "gpt-4o" } }""")]
    [InlineData("""{ "Mcp": { "OpenAI": { "Model": "gpt-4o", "Endpoint": "http://mcp.example.com" } } }""")]
    [InlineData("""{ "OpenTelemetry": { "Endpoint": "http://otel.example.com", "ModelUrl": "http://x/m.onnx" } }""")]
    [InlineData("""{ "Ollama": { "Model": "llama3.2:3b" } }""")]
    [InlineData("""{ "Ollama": { "Model": "" } }""")]
    [InlineData("""{ "Bedrock": { "ModelId": "anthropic.claude-3-5-sonnet-latest" } }""")]
    [InlineData("""{ "Help": { "LicenseUrl": "https://huggingface.co/acme/x/blob/main/LICENSE", "ModelCard": "https://huggingface.co/acme/x" } }""")]
    [InlineData("""{ "Detector": { "ModelUrl": "http://localhost/m.onnx" } }""")]
    [InlineData("""{ "Detector": { "ModelPath": "models/m.onnx" } }""")]
    [InlineData("""{ "Endpoints": { "OpenAI": "https://api.openai.com" } }""")]
    [InlineData("""[ "gpt-4o" ]""")]
    [InlineData("""{ "OpenAI": { "Model": null, "ModelId": 4 } }""")]
    public void What_is_no_model_for_sure_is_silent(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4.1-2025-04-14" } }""", "SCA1055 gpt-4.1-2025-04-14")]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4o-2024-08-06" } }""")]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4o" } }""", "SCA1050 gpt-4o")]
    [InlineData("""{ "OpenAI": { "Endpoint": "https://gateway.example.com", "Model": "gpt-4o" } }""", "SCA1055 gpt-4o")]
    [InlineData("""{ "AzureOpenAI": { "Model": "gpt-4o" } }""")]
    public void Hosted_models_are_held_against_the_lock(string text, params string[] findings) => Assert.Equal(findings, Findings(text, Lock));

    [Theory]
    [InlineData("""{ "OpenAI": { "Endpoint": "https://evil.example.com/v1" } }""", "SCA1056 https://evil.example.com/v1")]
    [InlineData("""{ "AzureOpenAI": { "Endpoint": "https://acme.openai.azure.com" } }""", "SCA1056 https://acme.openai.azure.com")]
    [InlineData("""{ "OpenAI": { "Endpoint": "https://api.openai.com/v1" } }""")]
    [InlineData("""{ "OpenAI": { "Endpoint": "https://API.openai.com" } }""")]
    [InlineData("""{ "Ollama": { "Endpoint": "http://localhost:11434" } }""")]
    [InlineData("""{ "Orders": { "Endpoint": "https://orders.example.com" } }""")]
    [InlineData("""{ "McpServers": { "OpenAI": { "Url": "https://mcp.example.com" } } }""")]
    public void Endpoints_are_held_against_the_policy(string text, params string[] findings) => Assert.Equal(findings, Findings(text, null, "https://api.openai.com"));

    [Theory]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4o" } }""", """{ "OpenAI": { "Model": "gpt-4o-2024-08-06" } }""")]
    [InlineData("""{ "Ollama": { "Model": "llama3.2:latest" } }""", """{ "Ollama": { "Model": "llama3.2:3b" } }""")]
    [InlineData("""{ "D": { "ModelUrl": "https://huggingface.co/acme/fin/resolve/main/m.onnx" } }""", $$"""{ "D": { "ModelUrl": "https://huggingface.co/acme/fin/resolve/{{Commit}}/m.onnx" } }""")]
    [InlineData("""{ "D": { "ModelUrl": "http://huggingface.co/acme/x/resolve/main/m.onnx" } }""", """{ "D": { "ModelUrl": "https://huggingface.co/acme/x/resolve/main/m.onnx" } }""")]
    public void Edit_mends_the_place(string text, string mended)
    {
        var edit = Assert.Single(Read(text, Lock, null).Findings).Edit!;
        Assert.Equal(mended, text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement));
    }

    [Theory]
    [InlineData("""{ "OpenAI": { "Model": "gpt-4\u006f" } }""")]
    public void Text_with_escapes_is_reported_and_not_changed(string text) => Assert.Null(Assert.Single(Read(text, null, null).Findings).Edit);

    [Theory]
    [InlineData("{")]
    [InlineData("{ 'OpenAI': {} }")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("")]
    public void What_cannot_be_read_is_said(string text) => Assert.True(Read(text, null, null).IsIncomplete);

    [Theory]
    [InlineData("appsettings.json", true)]
    [InlineData("appsettings.Development.json", true)]
    [InlineData("AppSettings.json", true)]
    [InlineData("settings.json", false)]
    public void Files_are_told_by_their_names(string name, bool isRead) => Assert.Equal(isRead, SourceReaders.Find(name)?.Kind == SourceKind.Settings);

    private static string[] Findings(string text, string? models = null, string? endpoint = null) =>
        [.. Read(text, models, endpoint).Findings.Select(finding => $"{finding.Rule.Id} {text.Substring(finding.Start, finding.Length)}")];

    private static SourceReading Read(string text, string? models, string? endpoint)
    {
        var facts = models is null ? null : ModelsLockReader.Read(models, "/models.lock").Value!;
        var policy = endpoint is null ? null : $$"""{ "policyVersion": 1, "sources": { "endpoints": [ "{{endpoint}}" ] } }""";
        var endpoints = policy is null ? null : PolicyReader.Read("/models.policy.json", _ => System.Text.Encoding.UTF8.GetBytes(policy)).Value!.Sources.Endpoints!.Value;
        string[] hosted = [.. facts?.Hosted.Values.Select(static hosted => hosted.Model) ?? []];
        return SourceReaders.Find("appsettings.json")!.Read(text, new SourceContext(new HubPins(facts), new OllamaPins(facts), hosted, endpoints, static path => path == "models/resnet"));
    }
}
