namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>What a <see cref="FolderWalk"/> has to know beforehand.</summary>
internal sealed class FolderWalkOptions
{
    /// <summary>Absolute path of the model's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Folders of declared files, relative, each with a '/' at its end; "" for the folder itself.</summary>
    public required IReadOnlyCollection<string> DeclaredPrefixes { get; init; }

    /// <summary>Absolute paths of all models' folders: they are listed for themselves.</summary>
    public required HashSet<string> OtherFolders { get; init; }

    /// <summary>Whether it is known to hold more than models.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether it can hold nothing but models, even when a project lies in it.</summary>
    public bool IsOnlyModels { get; init; }

    /// <summary>Ends the walk.</summary>
    public CancellationToken Cancellation { get; init; }
}
