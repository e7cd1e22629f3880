using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Finds a file whose name differs from the declared one in nothing but case. Built only when a file is missing.</summary>
internal sealed class CaseLookup
{
    private readonly Dictionary<ModelFolder, Dictionary<string, FolderEntry>> _folders = [];

    /// <summary>Its path on the disk, relative to the model's folder; null when there is none. It counts as found from then on.</summary>
    public string? Find(DeclaredFile file)
    {
        var folder = file.Folder;
        if (!_folders.TryGetValue(folder, out var entries))
            _folders.Add(folder, entries = Fold(folder));

        if (!entries.TryGetValue(PathRules.FoldKey(file.Entry.Path), out var entry))
            return null;

        folder.Content.Entries.Remove(entry.Path);
        return entry.Path;
    }

    private static Dictionary<string, FolderEntry> Fold(ModelFolder folder)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Files)
            declared.Add(file.Entry.Path);

        var entries = new Dictionary<string, FolderEntry>(StringComparer.Ordinal);
        foreach (var entry in folder.Content.Entries.Values)
        {
            if (!declared.Contains(entry.Path))
                entries[PathRules.FoldKey(entry.Path)] = entry;
        }

        return entries;
    }
}
