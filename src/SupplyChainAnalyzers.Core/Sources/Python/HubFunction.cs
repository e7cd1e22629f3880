namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>A Python function that downloads from a hub when what it is given is no folder.</summary>
/// <param name="Repo">Place of the repository among the arguments.</param>
/// <param name="RepoNames">Names of that parameter.</param>
/// <param name="Revision">Place of the revision; -1 when it is given by name only.</param>
/// <param name="IsDataset">Whether repositories are data sets.</param>
/// <param name="IsSentences">Whether names without an owner are those of sentence-transformers.</param>
internal sealed record HubFunction(int Repo, string[] RepoNames, int Revision = -1, bool IsDataset = false, bool IsSentences = false);
