using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What is known around a source file: readers judge by it, and open nothing themselves.</summary>
public sealed class SourceContext
{
    /// <summary>Nothing is known.</summary>
    public static readonly SourceContext None = new(HubPins.None);

    /// <summary>With what a lock, a policy and the project around the file say.</summary>
    /// <param name="pins">Commits of models.lock.</param>
    /// <param name="ollama">Ollama models of models.lock.</param>
    /// <param name="hostedModels">Ids of the hosted models that models.lock declares.</param>
    /// <param name="endpoints">Endpoints that the policy lists (<c>sources.endpoints</c>); null when it lists none.</param>
    /// <param name="isFolder">Whether a relative path is a folder of the project; null where nobody knows.</param>
    /// <param name="usesModelPackages">Whether a project around the file references packages that people use with models.</param>
    public SourceContext(
        HubPins pins, OllamaPins? ollama = null, IReadOnlyCollection<string>? hostedModels = null, IReadOnlyList<PolicyPattern>? endpoints = null,
        Func<string, bool>? isFolder = null, bool usesModelPackages = false)
    {
        Pins = pins;
        Ollama = ollama ?? OllamaPins.None;
        HostedModels = hostedModels ?? [];
        Endpoints = endpoints;
        IsFolder = isFolder ?? (static _ => false);
        UsesModelPackages = usesModelPackages;
    }

    /// <summary>The same beside a project that references packages that people use with models.</summary>
    public SourceContext BesideModels() => new(Pins, Ollama, HostedModels, Endpoints, IsFolder, usesModelPackages: true);

    /// <summary>Commits of models.lock.</summary>
    public HubPins Pins { get; }

    /// <summary>Ollama models of models.lock.</summary>
    public OllamaPins Ollama { get; }

    /// <summary>Ids of the hosted models that models.lock declares; empty when it declares none.</summary>
    public IReadOnlyCollection<string> HostedModels { get; }

    /// <summary>Endpoints that the policy lists; null when it lists none.</summary>
    public IReadOnlyList<PolicyPattern>? Endpoints { get; }

    /// <summary>Whether a relative path is a folder of the project. Readers ask, and look at no disk themselves.</summary>
    public Func<string, bool> IsFolder { get; }

    /// <summary>Whether a project around the file references packages that people use with models.</summary>
    public bool UsesModelPackages { get; }
}
