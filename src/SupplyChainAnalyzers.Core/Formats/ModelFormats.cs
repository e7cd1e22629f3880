namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>
/// Every format models.lock can name. An id is permanent: it stands in committed locks and policies.
/// Those marked as running code execute what the file says when their usual loader opens it; the others hold data or a
/// graph of fixed operations, which the scanner judges operation by operation.
/// </summary>
public static partial class ModelFormats
{
    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<ModelFormat> All => Index.All;

    /// <summary>The format of this id (ordinal, lower case), or null when there is none.</summary>
    public static ModelFormat? Find(string? id) => id is not null && Index.ById.TryGetValue(id, out var format) ? format : null;

    // A class of its own: fields of a partial class are initialized in no certain order across its files.
    private static class Index
    {
        public static readonly ModelFormat[] All = [.. Executing, .. Models, .. Containers, .. Texts, .. Special];
        public static readonly Dictionary<string, ModelFormat> ById = All.ToDictionary(static format => format.Id, StringComparer.Ordinal);
    }
}
