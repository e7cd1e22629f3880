namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Which Ollama models a lock has, with the tag each was resolved from.</summary>
public sealed class OllamaPins
{
    /// <summary>No lock, or none that can be read.</summary>
    public static readonly OllamaPins None = new(null);

    private readonly HashSet<(string Model, string Tag)> _pins = [];

    /// <summary>The pins of <paramref name="models"/>; none without a lock.</summary>
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
        string[] tags = [.. _pins.Where(pin => pin.Model == name).Select(static pin => pin.Tag).Take(2)];
        return tags.Length == 1 ? tags[0] : null;
    }

    // library/ is what Ollama puts before names without an owner.
    private static string Normal(string model)
    {
        const string Library = "library/";
        return model.StartsWith(Library, StringComparison.Ordinal) ? model.Substring(Library.Length) : model;
    }
}
