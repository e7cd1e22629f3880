namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Folders of declared models that read like a repository of a hub, <c>owner/name</c>, and are none: a loader that takes both asks
/// the hub wherever the folder is missing.
/// </summary>
public static class LocalFolders
{
    /// <summary>The folders of <paramref name="models"/>; none without a lock.</summary>
    public static HashSet<string> Of(ModelsLock? models)
    {
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in models?.Models.Values ?? [])
        {
            // One that comes from the repository of the same name is the same model either way.
            if (IsName(model.Path) && !model.Path.Equals(model.Source?.Repo, StringComparison.OrdinalIgnoreCase))
                folders.Add(model.Path);
        }

        return folders;
    }

    private static bool IsName(string path) => path.IndexOf('/') is var slash and > 0 && slash == path.LastIndexOf('/') && slash < path.Length - 1;
}
