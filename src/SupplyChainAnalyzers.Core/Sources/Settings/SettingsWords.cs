namespace SupplyChainAnalyzers.Core.Sources.Settings;

/// <summary>What names in settings mean. Only words that leave no doubt: settings name many things, and most are no models.</summary>
internal static class SettingsWords
{
    /// <summary>A section whose model names are the user's own: deployments.</summary>
    public const string Azure = "azure";

    private static readonly (string Word, string Provider)[] Providers =
    [
        ("azure", Azure), ("foundry", Azure), ("openai", "openai"), ("anthropic", "anthropic"), ("claude", "anthropic"), ("ollama", "ollama"), ("mistral", "mistral"),
        ("gemini", "google"), ("googleai", "google"), ("googlegenai", "google"), ("vertexai", "google"), ("huggingface", "huggingface"), ("bedrock", "bedrock"),
    ];

    // What talks about tools, logs and measurements names endpoints and models of its own.
    private static readonly string[] Foreign = ["mcp", "telemetry", "otel", "otlp", "logging", "serilog", "nlog", "insights", "metrics", "tracing", "connectionstrings"];

    private static readonly string[] ModelEnds = ["model", "modelid", "modelname"];
    private static readonly string[] ArtefactWords = ["model", "onnx", "gguf", "weights", "checkpoint", "tokenizer"];
    private static readonly string[] Endpoints = ["endpoint", "baseurl", "baseuri", "baseaddress", "apibase", "apiendpoint", "url", "uri", "host", "serviceurl"];
    private static readonly string[] Kinds = ["provider", "type", "service", "aiprovider", "aiservice", "backend"];

    /// <summary>Letters and digits of a name, in lower case.</summary>
    public static string Plain(string name) => new([.. name.Where(static c => c < 0x80 && char.IsLetterOrDigit(c)).Select(char.ToLowerInvariant)]);

    /// <summary>The provider that a section's name, or the value beside <c>Provider</c>, says; null when it says none.</summary>
    public static string? ProviderIn(string plain) => Array.Find(Providers, provider => plain.Contains(provider.Word)).Provider;

    public static bool IsForeign(string plain) => Array.Exists(Foreign, plain.Contains);

    /// <summary>Whether the member names a model by its id.</summary>
    public static bool IsModel(string plain) => Array.Exists(ModelEnds, end => plain.EndsWith(end, StringComparison.Ordinal)) && !plain.Contains("deployment");

    /// <summary>Whether the member says where the bytes of a model are.</summary>
    public static bool IsArtefact(string plain) => Array.Exists(ArtefactWords, plain.Contains);

    public static bool IsEndpoint(string plain) => Endpoints.Contains(plain, StringComparer.Ordinal);

    public static bool IsKind(string plain) => Kinds.Contains(plain, StringComparer.Ordinal);
}
