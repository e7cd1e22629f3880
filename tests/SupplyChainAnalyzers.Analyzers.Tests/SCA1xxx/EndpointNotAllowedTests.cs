using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingHostedModelFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class EndpointNotAllowedTests
{
    private const string AzureOnly = """{ "policyVersion": 1, "sources": { "endpoints": [ "https://*.openai.azure.com" ] } }""";

    [Theory]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIChatCompletion("m", new Uri({|SCA1056:"https://gateway.example.com/v1"|}), "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("d", {|SCA1056:"https://acme.example.com"|}, "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddOllamaChatCompletion(args[0], new Uri({|SCA1056:"http://gpu.example.com:11434"|}))""")]
    [InlineData("""new Azure.AI.OpenAI.AzureOpenAIClient(new Uri({|SCA1056:"https://acme.example.com"|}), null!)""")]
    [InlineData("""new OpenAI.OpenAIClientOptions { Endpoint = new Uri({|SCA1056:"https://gateway.example.com"|}) }""")]
    [InlineData("""Kernel.CreateBuilder().{|SCA1056:AddOpenAIChatCompletion|}("m", "key")""")]
    [InlineData("""new {|SCA1056:ChatClient|}("m", "key")""")]
    public Task Triggers_on_an_endpoint_outside_the_policy(string call) => Verify.VerifyAnalyzerAsync(Program(call, AzureOnly));

    [Theory]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("d", "https://acme.openai.azure.com", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("d", args[0], "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("d", $"https://acme.openai.azure.com/{args[0]}", "key")""")]
    [InlineData("""Kernel.CreateBuilder().AddOllamaChatCompletion(args[0], new Uri("http://localhost:11434"))""")]
    [InlineData("""new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), null!)""")]
    [InlineData("""new OpenAI.OpenAIClientOptions { Endpoint = new Uri(args[0]) }""")]
    [InlineData("""new OpenAI.OpenAIClient("key").GetChatClient("m")""")]
    public Task Does_not_trigger_on_others(string call) => Verify.VerifyAnalyzerAsync(Program(call, AzureOnly));

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "policyVersion": 1 }""")]
    [InlineData("{ broken")]
    public Task Does_not_trigger_without_a_list(string? policy) => Verify.VerifyAnalyzerAsync(Program("""new ChatClient("m", "key")""", policy));

    [Fact]
    public Task Does_not_trigger_in_tests() => Verify.VerifyAnalyzerAsync(
        Program("""new ChatClient("m", "key")""", AzureOnly) with { Properties = new Dictionary<string, string> { ["IsTestProject"] = "true" } });

    private static RuleTest Program(string call, string? policy) => new()
    {
        Source = $"using System;\nusing Microsoft.SemanticKernel;\nusing OpenAI.Chat;\n\nobject result = {call};\n",
        Stubs = ["OpenAI", "Azure.AI.OpenAI", "Azure.Core", "Microsoft.SemanticKernel.Connectors.OpenAI", "Microsoft.SemanticKernel.Connectors.AzureOpenAI", "Microsoft.SemanticKernel.Connectors.Ollama"],
        IsProgram = true,
        Policy = policy,
    };
}
