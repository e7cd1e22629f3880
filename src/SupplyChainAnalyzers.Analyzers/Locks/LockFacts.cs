using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>What a models.lock says that source code can be held against.</summary>
internal sealed class LockFacts
{
    /// <summary>The project has no lock.</summary>
    public static readonly LockFacts None = new(null);

    /// <summary>The lock cannot be read. The build says so; nothing is derived from it here.</summary>
    public static readonly LockFacts Broken = new(null);

    private readonly ModelsLock? _models;

    private LockFacts(ModelsLock? models)
    {
        Paths = new DeclaredPaths(models);
        Files = new DeclaredFiles(models);
        Pins = new HubPins(models);
        Ollama = new OllamaPins(models);
        Folders = LocalFolders.Of(models);
        Hosted = new HashSet<string>(models?.Hosted.Values.Select(static hosted => hosted.Model) ?? [], StringComparer.Ordinal);
        _models = models;
    }

    /// <summary>Whether there is a lock and it could be read.</summary>
    public bool IsUsable => Pins.HasLock;

    /// <summary>Files and folders it declares.</summary>
    public DeclaredPaths Paths { get; }

    /// <summary>What it says about single files.</summary>
    public DeclaredFiles Files { get; }

    /// <summary>Commits it has.</summary>
    public HubPins Pins { get; }

    /// <summary>Ollama models it has.</summary>
    public OllamaPins Ollama { get; }

    /// <summary>Folders of declared models that read like repositories of a hub.</summary>
    public HashSet<string> Folders { get; }

    /// <summary>Ids of the hosted models it declares.</summary>
    public HashSet<string> Hosted { get; }

    public static LockFacts Of(ModelsLock models) => new(models);

    /// <summary>Whether the lock says which bytes come from <paramref name="address"/>.</summary>
    public bool Covers(string address) => _models is not null && LockCoverage.Covers(_models, address);

    /// <summary>The version that the lock has for an address that it lists as external; null when it has none, or it is none that fits into an address.</summary>
    public string? VersionOf(string address) => _models?.Models.Values
        .Where(model => model.Source is { Type: SourceType.External, Version: { Length: > 0 } } source && source.Url == address)
        .Select(static model => model.Source!.Version)
        .FirstOrDefault(static version => version!.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'));

    /// <summary>The commit that the lock has for a repository, as <see cref="HubPins.Find"/> tells it.</summary>
    public Pin? FindPin(string repo, string? file, string? reference) => Pins.Find(repo, file, reference);
}
