namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>One revision in a Hugging Face cache, as its folder names say; the files have to prove it.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Commit">40 hex digits.</param>
/// <param name="CacheFolder">Absolute path of <c>models--owner--name</c>.</param>
internal sealed record HubSnapshot(string Repository, string Commit, string CacheFolder);
