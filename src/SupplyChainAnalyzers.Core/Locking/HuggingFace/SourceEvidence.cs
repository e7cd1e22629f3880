namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>What the files beside a model say of where it comes from.</summary>
/// <param name="Repository"><c>owner/name</c>; null when only the revision is recorded.</param>
/// <param name="Commit">40 hex digits.</param>
/// <param name="Names">Branches and tags that point to the commit.</param>
/// <param name="Contradiction">A file (relative to the lock's folder) whose bytes are not those the evidence names; null when none.</param>
internal sealed record SourceEvidence(string? Repository, string Commit, IReadOnlyList<string> Names, string? Contradiction);
