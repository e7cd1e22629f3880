using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>Which Ollama models a lock has, with the tag each was resolved from.</summary>
internal sealed class OllamaPins
{
    private readonly HashSet<(string Model, string Tag)> _pins = [];

    public OllamaPins(ModelsLock? models)
    {
        foreach (var model in models?.Models.Values ?? [])
        {
            if (model.Source is { Type: SourceType.Ollama, Repo: { } repo, ResolvedFrom: { } tag })
                _pins.Add((Normal(repo), tag));
        }
    }

    /// <summary>Whether the lock has the digest of a tag.</summary>
    public bool Has(string model, string tag) => _pins.Contains((Normal(model), tag));

    /// <summary>The tag that the lock has for a model; null when it has none, or several.</summary>
    public string? TagOf(string model)
    {
        var name = Normal(model);
        return _pins.Where(pin => pin.Model == name).Select(static pin => pin.Tag).ToArray() is [var tag] ? tag : null;
    }

    // library/ is what Ollama puts before names without an owner.
    private static string Normal(string model)
    {
        const string Library = "library/";
        return model.StartsWith(Library, StringComparison.Ordinal) ? model.Substring(Library.Length) : model;
    }
}
