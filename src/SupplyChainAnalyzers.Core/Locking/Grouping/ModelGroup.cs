using SupplyChainAnalyzers.Core.Locking.Discovery;

namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>Files that belong together: a model as found, before it has a name in the lock.</summary>
/// <param name="Path">Folder relative to the lock's, '/' separated.</param>
/// <param name="Files">What it holds, ordinal order.</param>
/// <param name="Name">What people would call it; the lock may have to alter it.</param>
/// <param name="OwnsFolder">Whether all that lies in the folder belongs to it.</param>
/// <param name="Snapshot">Where it says it comes from, in a Hugging Face cache.</param>
internal sealed record ModelGroup(string Path, IReadOnlyList<FoundFile> Files, string Name, bool OwnsFolder, HubSnapshot? Snapshot = null);
