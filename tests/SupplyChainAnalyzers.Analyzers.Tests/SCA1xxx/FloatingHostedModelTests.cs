using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingHostedModelFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class FloatingHostedModelTests
{
    [Theory]
    [InlineData("""new ChatClient("{|SCA1050:gpt-4o|}", "key")""")]
    [InlineData("""new ChatClient(apiKey: "key", model: "{|SCA1050:gpt-4o-mini|}")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient("{|SCA1050:gpt-4o|}")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient({|SCA1050:Names.Model|})""")]
    [InlineData("""new OpenAIClient("key").GetChatClient(args.Length > 0 ? "{|SCA1050:gpt-4o|}" : "gpt-4o-2024-08-06")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient(Environment.GetEnvironmentVariable("M") ?? "{|SCA1050:gpt-4.1|}")""")]
    [InlineData("""new OpenAIClient("key").GetModerationClient("{|SCA1050:omni-moderation-latest|}")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient("{|SCA1050:chatgpt-4o-latest|}")""")]
    [InlineData("""new OpenAIClient("key").AsChatClient("{|SCA1050:gpt-4o|}")""")]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIChatCompletion("{|SCA1050:gpt-4o|}", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddMistralChatCompletion("{|SCA1050:mistral-large-latest|}", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddGoogleAIGeminiChatCompletion("{|SCA1050:gemini-1.5-pro|}", "key")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService("{|SCA1050:gpt-4o|}", "key")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService(apiKey: "key", modelId: "{|SCA1050:gpt-4o|}")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.MistralAI.MistralAIChatCompletionService("{|SCA1050:mistral-large-latest|}", "key")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService("{|SCA1050:gemini-1.5-pro|}", "key")""")]
    public Task Triggers_on_an_alias(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new ChatClient("gpt-4o-2024-08-06", "key")""")]
    [InlineData("""new ChatClient(args[0], "key")""")]
    [InlineData("""new ChatClient($"gpt-{args[0]}", "key")""")]
    [InlineData("""new OpenAIClient("key").GetEmbeddingClient("text-embedding-3-small")""")]
    [InlineData("""new OpenAIClient("key").GetImageClient("dall-e-3")""")]
    [InlineData("""new OpenAIClient("key").GetAudioClient("whisper-1")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient("acme-finetuned")""")]
    [InlineData("""Kernel.CreateBuilder().AddMistralChatCompletion("mistral-large-2411", "key")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService("gpt-4o-2024-08-06", "key")""")]
    [InlineData("""new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAITextEmbeddingGenerationService("text-embedding-3-small", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddGoogleAIGeminiChatCompletion("gemini-2.5-flash", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddBedrockChatCompletionService("anthropic.claude-3-5-sonnet-20241022-v2:0")""")]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("gpt-4o", "https://acme.openai.azure.com", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("deployment", "https://acme.openai.azure.com", "key", modelId: "gpt-4o")""")]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", new Uri("http://localhost:1234/v1"), "key")""")]
    [InlineData("""new[] { "gpt-4o" }""")]
    public Task Does_not_trigger_on_a_version_or_another_server(string call) => Verify.VerifyAnalyzerAsync(Program(call));

    [Theory]
    [InlineData("""new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), null!).GetChatClient("gpt-4o")""")]
    [InlineData("""new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), null!).AsChatClient("gpt-4o")""")]
    [InlineData("""((OpenAIClient)new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), null!)).GetChatClient("gpt-4o")""")]
    [InlineData("""new OpenAIClient(new System.ClientModel.ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://models.example.com") }).GetChatClient("gpt-4o")""")]
    [InlineData("""Clients.MakeAzureOpenAIClient().GetChatClient("gpt-4o")""")]
    [InlineData("""new Func<OpenAIClient, object>(azureOpenAiClient => azureOpenAiClient.GetChatClient("gpt-4o"))""")]
    public Task Does_not_trigger_on_a_deployment(string call) => Verify.VerifyAnalyzerAsync(Program(call) with { IgnoreCompilerErrors = true });

    [Fact]
    public Task Does_not_trigger_on_an_allowed_model() => Verify.VerifyAnalyzerAsync(
        Program("""new ChatClient("gpt-4o", "key")""") with { EditorConfig = new Dictionary<string, string> { ["sca.SCA1050.allowed_models"] = "gpt-*" } });

    [Fact]
    public Task Triggers_in_lambdas_async_methods_and_initializers() => Verify.VerifyAnalyzerAsync(new RuleTest
    {
        Source =
            """
            #nullable enable
            using System;
            using System.Threading.Tasks;
            using OpenAI.Chat;
            class C
            {
                private readonly object? _field = new ChatClient("{|SCA1050:gpt-4o|}", "key");
                public Func<object> Lambda = () => new ChatClient("{|SCA1050:gpt-4o|}", "key");
                public async Task<object> M()
                {
                    await Task.Yield();
                    return new ChatClient("{|SCA1050:gpt-4o|}", "key");
                }
            }
            """,
        Stubs = ["OpenAI"],
    });

    [Fact]
    public Task Triggers_when_another_argument_does_not_compile() => Verify.VerifyAnalyzerAsync(Program("""new ChatClient("{|SCA1050:gpt-4o|}", {|CS0103:unknown|})"""));

    [Fact]
    public Task Fix_all_writes_the_dated_names() => Verify.VerifyCodeFixAsync(new RuleTest
    {
        Source = Class("A", "new ChatClient(\"{|SCA1050:gpt-4o|}\", \"key\"), new ChatClient(@\"{|SCA1050:gpt-4o-mini|}\", \"key\")"),
        Fixed = Class("A", "new ChatClient(\"gpt-4o-2024-08-06\", \"key\"), new ChatClient(@\"gpt-4o-mini-2024-07-18\", \"key\")"),
        SecondSource = Class("B", "new ChatClient(\"{|SCA1050:o3|}\", \"key\"), new ChatClient(\"{|SCA1050:chatgpt-4o-latest|}\", \"key\")"),
        SecondFixed = Class("B", "new ChatClient(\"o3-2025-04-16\", \"key\"), new ChatClient(\"{|SCA1050:chatgpt-4o-latest|}\", \"key\")"),
        OtherProjectSource = Class("C", "new ChatClient(\"{|SCA1050:gpt-5|}\" /* newest */, \"key\")"),
        OtherProjectFixed = Class("C", "new ChatClient(\"gpt-5-2025-08-07\" /* newest */, \"key\")"),
        Stubs = ["OpenAI"],
    });

    private static string Class(string name, string calls) => $"using OpenAI.Chat;\nclass {name} {{ object[] M() => [{calls}]; }}\n";

    private static RuleTest Program(string call) => new()
    {
        Source = $$"""
            using System;
            using Azure.AI.OpenAI;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel;
            using OpenAI;
            using OpenAI.Chat;

            object result = {{call}};

            static class Clients
            {
                public static OpenAIClient MakeAzureOpenAIClient() => null!;
            }

            static class Names
            {
                public const string Model = "gpt-4o";
            }

            """,
        Stubs = ["OpenAI", "Azure.AI.OpenAI", "Microsoft.Extensions.AI.OpenAI", "Microsoft.SemanticKernel.Connectors.OpenAI", "Microsoft.SemanticKernel.Connectors.AzureOpenAI",
            "Microsoft.SemanticKernel.Connectors.Google", "Microsoft.SemanticKernel.Connectors.MistralAI", "Microsoft.SemanticKernel.Connectors.Amazon"],
        IsProgram = true,
    };
}
