namespace SupplyChainAnalyzers.Core.Scanning.Sources;

/// <summary>Source files to be read, and what is known around them. From the command line, never from the files.</summary>
public sealed record SourceQuestion
{
    /// <summary>Absolute path of the models.lock whose commits messages name; null names none.</summary>
    public string? LockPath { get; init; }

    /// <summary>Endpoints that the policy lists, as it writes them; null when it lists none.</summary>
    public IReadOnlyList<string>? Endpoints { get; init; }

    /// <summary>Folders beside the files that a name of the hub can be mistaken for: <c>owner/name</c>.</summary>
    public IReadOnlyCollection<string> Folders { get; init; } = [];

    /// <summary>Whether a project around the files references packages that people use with models.</summary>
    public bool UsesModelPackages { get; init; }
}
