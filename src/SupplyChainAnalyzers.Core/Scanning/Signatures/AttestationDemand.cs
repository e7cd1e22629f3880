namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>What a statement about files must say (in-toto; SLSA provenance 1.0). Globs; of a list that is null nothing is demanded.</summary>
public sealed record AttestationDemand
{
    /// <summary>Files it must be about, relative to the model; empty for all.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Who may have built it: <c>runDetails.builder.id</c>.</summary>
    public IReadOnlyList<string>? Builders { get; init; }

    /// <summary>Where from: <c>git+https://github.com/acme/models@refs/tags/v1</c>.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>What may have been asked of the build, each as <c>path.to.it=value</c>; every external parameter must be among them.</summary>
    public IReadOnlyList<string>? Parameters { get; init; }

    /// <summary>What may have gone into it, by <c>uri</c>; every resolved dependency must be among them.</summary>
    public IReadOnlyList<string>? Dependencies { get; init; }

    /// <summary>Whether anything is demanded but that it is about the files.</summary>
    public bool IsProvenance => Builders is not null || Sources is not null || Parameters is not null || Dependencies is not null;
}
