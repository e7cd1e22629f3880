using SupplyChainAnalyzers.CodeFixes.SCA1xxx;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>Models that another program runs.</summary>
internal static partial class RuleExamples
{
    private const string HostedLock =
        """{ "lockVersion": 1, "hosted": { "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "gpt-4o-2024-08-06" } }, "models": {} }""";

    private const string OllamaLock = $$"""
        { "lockVersion": 1, "models": { "llama": { "path": "models/llama",
          "source": { "type": "ollama", "model": "llama3.2", "revision": "sha256:{{Sha}}", "resolvedFrom": "3b" },
          "files": { "llama.gguf": { "sha256": "{{Sha}}", "size": 1, "format": "gguf" } } } } }
        """;

    private static IEnumerable<RuleExample> Hosted()
    {
        yield return OpenAI("SCA1050", "{|SCA1050:gpt-4o|}", "gpt-4o-2024-08-06").FixedBy<FloatingHostedModelFixer>(Chat("gpt-4o-2024-08-06"));
        yield return Ollama("SCA1051", "{|SCA1051:llama3.2|}", "llama3.2:3b").FixedBy<OllamaWithoutTagFixer>(Client("llama3.2:3b"));
        yield return Ollama("SCA1052", "{|SCA1052:llama3.2:1b|}", "llama3.2:3b");
        yield return new RuleExample("SCA1053", Catalogue("GetModelAsync", "{|SCA1053:phi-4-mini|}"), Catalogue("GetModelVariantAsync", "Phi-4-mini-instruct-generic-cpu:4")) { Stubs = ["Microsoft.AI.Foundry.Local"] };
        yield return new RuleExample("SCA1054", Inference("\"{|SCA1054:acme/model|}\""), Inference("\"acme/model\", new Uri(\"http://localhost:8080\")"))
        {
            Usings = "using Microsoft.SemanticKernel;\n",
            Stubs = ["Microsoft.SemanticKernel.Connectors.HuggingFace"],
        };
        yield return OpenAI("SCA1055", "{|SCA1055:acme-finetuned|}", "gpt-4o-2024-08-06") with { Lock = HostedLock };
        yield return new RuleExample("SCA1056", "object client = new {|SCA1056:OpenAI.Chat.ChatClient|}(\"m\", \"key\");", "object options = new OpenAI.OpenAIClientOptions { Endpoint = new Uri(Given.Unknown) };")
        {
            Stubs = ["OpenAI"],
            Policy = """{ "policyVersion": 1, "sources": { "endpoints": [ "https://*.openai.azure.com" ] } }""",
        };
    }

    private static RuleExample OpenAI(string id, string model, string clean) => new(id, Chat(model), Chat(clean)) { Stubs = ["OpenAI"] };

    private static string Chat(string model) => $"object client = new OpenAI.Chat.ChatClient(\"{model}\", \"key\");";

    private static RuleExample Ollama(string id, string model, string clean) => new(id, Client(model), Client(clean)) { Stubs = ["OllamaSharp"], Lock = OllamaLock };

    private static string Client(string model) => $"object client = new OllamaSharp.OllamaApiClient(\"http://localhost:11434\", \"{model}\");";

    private static string Catalogue(string member, string model) => $"default(Microsoft.AI.Foundry.Local.ICatalog)!.{member}(\"{model}\");";

    private static string Inference(string arguments) => $"Kernel.CreateBuilder().AddHuggingFaceTextGeneration({arguments});";
}
