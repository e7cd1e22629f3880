using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>One model of the lock.</summary>
public sealed record ModelEntry
{
    /// <summary>The key under <c>models</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Folder relative to the lock, '/' separated; "." is the lock's own folder.</summary>
    public required string Path { get; init; }

    /// <summary>Where the model comes from; null when the lock does not say.</summary>
    public ModelSource? Source { get; init; }

    /// <summary>What it is used as.</summary>
    public ModelRole Role { get; init; }

    /// <summary>SPDX expression or free text; null when not recorded.</summary>
    public string? License { get; init; }

    /// <summary>Files by path relative to <see cref="Path"/>, ordinal order.</summary>
    public required IReadOnlyDictionary<string, ModelFile> Files { get; init; }

    /// <summary><c>sha256:</c> and 64 hex digits, see <see cref="Manifest.TreeHash"/>; null when not recorded.</summary>
    public string? TreeHash { get; init; }

    /// <summary>The signature that was last verified.</summary>
    public SignatureFact? Signature { get; init; }

    /// <summary>Where its weights come from.</summary>
    public ProvenanceFact? Provenance { get; init; }

    /// <summary>What behavioural checks it declares.</summary>
    public BehaviorFact? Behavior { get; init; }

    /// <summary>When its files have to be there.</summary>
    public Presence Presence { get; init; }

    /// <summary>Where the key stands.</summary>
    public TextRegion Region { get; init; }

    /// <summary>Where the value of <c>path</c> stands.</summary>
    public TextRegion PathRegion { get; init; }

    /// <summary>Where the value of <c>treeHash</c> stands.</summary>
    public TextRegion TreeHashRegion { get; init; }
}
