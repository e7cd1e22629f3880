namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>105x: hosted models and models of local servers, named in source code.</summary>
public static partial class Rules
{
    /// <summary>gpt-4o, claude-…-latest: the provider decides anew what it is.</summary>
    public static readonly Rule FloatingHostedModel = new("SCA1050", "Hosted model is named by an alias that moves", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>llama3.2, llama3.2:latest.</summary>
    public static readonly Rule OllamaWithoutTag = new("SCA1051", "Ollama model has no tag, or the one that moves", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>A tag can be pushed again; only the manifest's digest stays.</summary>
    public static readonly Rule OllamaWithoutDigest = new("SCA1052", "Ollama model has a tag, and no digest in models.lock", Level.None, Severity.Info, strict: Level.Message);

    /// <summary>A name of Foundry Local's catalogue without its version.</summary>
    public static readonly Rule CatalogueAlias = new("SCA1053", "Local catalogue model is named without its version", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>The hub serves whatever the repository holds.</summary>
    public static readonly Rule HubInference = new("SCA1054", "Remote inference runs whatever a hub repository holds today", Level.None, Severity.Info, strict: Level.Message);

    /// <summary>Only where models.lock lists hosted models.</summary>
    public static readonly Rule HostedNotDeclared = new("SCA1055", "Hosted model is not declared in models.lock", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>Only where models.policy.json lists endpoints.</summary>
    public static readonly Rule EndpointNotAllowed = new("SCA1056", "Hosted model is called at an endpoint the policy does not list", Level.Message, Severity.Medium, strict: Level.Warning);
}
