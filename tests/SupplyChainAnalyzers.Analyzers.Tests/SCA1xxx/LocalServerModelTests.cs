using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.OllamaWithoutTagFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>SCA1051 to SCA1055: they judge the same calls, and one speaks about each.</summary>
public sealed class LocalServerModelTests
{
    private const string Sha = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    private const string OllamaLock = $$"""
        { "lockVersion": 1, "models": { "llama": { "path": "models/llama",
          "source": { "type": "ollama", "model": "llama3.2", "revision": "sha256:{{Sha}}", "resolvedFrom": "3b" },
          "files": { "llama.gguf": { "sha256": "{{Sha}}", "size": 1, "format": "gguf" } } } } }
        """;

    private const string HostedLock =
        """{ "lockVersion": 1, "hosted": { "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "gpt-4o-2024-08-06" } }, "models": {} }""";

    [Theory]
    [InlineData("""new OllamaApiClient(new Uri("http://localhost:11434"), "{|SCA1051:llama3.2|}")""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434", "{|SCA1051:llama3.2:latest|}")""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434") { SelectedModel = "{|SCA1051:phi3|}" }""")]
    [InlineData("""Kernel.CreateBuilder().AddOllamaChatCompletion("{|SCA1051:llama3.2|}", new Uri("http://localhost:11434"))""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434", "{|SCA1051:hf.co/acme/model-GGUF|}")""")]
    public Task Ollama_triggers_without_a_tag(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new OllamaApiClient("http://localhost:11434", "llama3.2@sha256:5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8")""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434", args[0])""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434", "")""")]
    [InlineData("""new OllamaApiClient("http://localhost:11434", "not a model")""")]
    public Task Ollama_is_silent_on_what_does_not_move(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("llama3.2:1b", null)]
    [InlineData("llama3.2:1b", OllamaLock)]
    public Task Tag_without_a_digest_is_a_hidden_hint(string model, string? models) =>
        Verify.VerifyAnalyzerAsync(Program($$"""new OllamaApiClient("http://localhost:11434", "{|SCA1052:{{model}}|}")""") with { Lock = models });

    [Fact]
    public Task Tag_of_the_lock_is_silent() => Verify.VerifyAnalyzerAsync(Program("""new OllamaApiClient("http://localhost:11434", "llama3.2:3b")""") with { Lock = OllamaLock });

    [Fact]
    public Task Fix_writes_the_tag_of_the_lock() => Verify.VerifyCodeFixAsync(
        Program("""new OllamaApiClient("http://localhost:11434", "{|SCA1051:llama3.2|}")""") with
        {
            Fixed = ProgramText("""new OllamaApiClient("http://localhost:11434", "llama3.2:3b")"""),
            Lock = OllamaLock,
        });

    [Fact]
    public Task No_fix_for_a_model_the_lock_does_not_have() =>
        Verify.VerifyCodeFixAsync(Program("""new OllamaApiClient("http://localhost:11434", "{|SCA1051:phi3|}")""") with { Lock = OllamaLock });

    [Theory]
    [InlineData("""Catalog().GetModelAsync("{|SCA1053:phi-4-mini|}")""")]
    [InlineData("""Catalog().GetModelAsync("{|SCA1053:phi-4-mini:x|}")""")]
    [InlineData("""Catalog().GetModelVariantAsync("Phi-4-mini-instruct-generic-cpu:4")""")]
    [InlineData("""Catalog().GetModelAsync(args[0])""")]
    public Task Catalogue_model_triggers_without_a_version(string call) => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source = $"using Microsoft.AI.Foundry.Local;\nobject result = {call};\nstatic ICatalog Catalog() => null!;\n",
        Stubs = ["Microsoft.AI.Foundry.Local"],
        IsProgram = true,
    });

    [Theory]
    [InlineData("""Kernel.CreateBuilder().AddHuggingFaceTextGeneration("{|SCA1054:acme/model|}")""")]
    [InlineData("""Kernel.CreateBuilder().AddHuggingFaceTextGeneration("acme/model", new Uri("http://localhost:8080"))""")]
    public Task Hub_inference_is_a_hidden_hint(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new ChatClient("gpt-4o-2024-08-06", "key")""")]
    [InlineData("""new ChatClient("{|SCA1055:gpt-4.1-2025-04-14|}", "key")""")]
    [InlineData("""new ChatClient("{|SCA1055:acme-finetuned|}", "key")""")]
    [InlineData("""new ChatClient("{|SCA1050:gpt-4o|}", "key")""")]
    [InlineData("""new ChatClient(args[0], "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddBedrockChatCompletionService("{|SCA1055:anthropic.claude-3-5-sonnet-20241022-v2:0|}")""")]
    public Task Hosted_model_outside_the_lock_triggers(string call) => Verify.VerifyAnalyzerAsync(Program(call) with { Lock = HostedLock });

    [Theory]
    [InlineData(null)]
    [InlineData(OllamaLock)]
    [InlineData("{ broken")]
    public Task Hosted_models_are_left_alone_where_none_is_declared(string? models) =>
        Verify.VerifyAnalyzerAsync(Program("""new ChatClient("acme-finetuned", "key")""") with { Lock = models });

    [Fact]
    public Task Hosted_models_of_tests_are_left_alone() => Verify.VerifyAnalyzerAsync(
        Program("""new ChatClient("acme-finetuned", "key")""") with { Lock = HostedLock, Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" } });

    private static RuleTest Program(string call) => new()
    {
        Source = ProgramText(call),
        Stubs = ["OllamaSharp", "OpenAI", "Microsoft.SemanticKernel.Connectors.Ollama", "Microsoft.SemanticKernel.Connectors.HuggingFace", "Microsoft.SemanticKernel.Connectors.Amazon"],
        IsProgram = true,
    };

    private static string ProgramText(string call) => $$"""
        using System;
        using Microsoft.SemanticKernel;
        using OllamaSharp;
        using OllamaApiClient = OllamaSharp.OllamaApiClient;
        using OpenAI.Chat;

        object result = {{call}};

        """;
}
