namespace SupplyChainAnalyzers.Cli.Initialization;

/// <summary>What <c>models init</c> did about one file.</summary>
/// <param name="Verb">created, changed, kept.</param>
/// <param name="Path">Relative to the folder, '/' separated.</param>
/// <param name="Note">More to know; null when there is nothing.</param>
internal sealed record InitStep(string Verb, string Path, string? Note = null)
{
    /// <summary>The file was not there.</summary>
    public static InitStep Created(string path) => new("created", path);

    /// <summary>Something was added to the file.</summary>
    public static InitStep Changed(string path, string note) => new("changed", path, note);

    /// <summary>Nothing was done.</summary>
    public static InitStep Kept(string path, string note = "already there") => new("kept", path, note);
}
