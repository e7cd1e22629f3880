namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>The model as it lies there, wherever its digests come from: read now, or known from verifying the lock.</summary>
internal interface IModelContent
{
    /// <summary>Whether the model is one file; its path is then its name.</summary>
    bool IsSingleFile { get; }

    /// <summary>Everything below the model's folder but folders, in ordinal order of paths.</summary>
    IReadOnlyList<ModelItem> Items { get; }

    /// <summary>A file that is not among <see cref="Items"/> because only some of a folder belong to the model; null when there is none.</summary>
    ModelItem? Find(string path) => null;

    /// <summary>The digest of a file, or of its bytes from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    byte[] Digest(string path, OmsHash hash, long start = 0, long? end = null);
}
