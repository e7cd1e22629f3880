using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>Files of models.lock, looked up by what code knows of them.</summary>
internal sealed class DeclaredFiles(ModelsLock? models)
{
    private const string SafeTensors = ".safetensors";

    /// <summary>The SHA-256 of the file an address serves; null when the lock has none for it, or several.</summary>
    public string? FindSha256(string address)
    {
        var hub = ModelAddress.Parse(address);
        string? found = null;
        foreach (var model in models?.Models.Values ?? [])
        {
            foreach (var file in model.Files.Values)
            {
                if (file.Sha256 is not { } sha256 || !(IsAt(model, file, address) || (hub is not null && IsOf(model, file, hub))))
                    continue;

                if (found is not null && found != sha256)
                    return null;

                found = sha256;
            }
        }

        return found;
    }

    /// <summary>Name of the only safetensors file in the folder of a declared file that <paramref name="path"/> ends in; null without one.</summary>
    public string? FindSafeTensorsBeside(string path)
    {
        var name = NameOf(path.Replace('\\', '/'));
        string? found = null;
        foreach (var model in models?.Models.Values ?? [])
        {
            foreach (var file in model.Files.Keys.Where(file => NameOf(file).Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                var beside = model.Files.Keys.Where(other => FolderOf(other) == FolderOf(file) && other.EndsWith(SafeTensors, StringComparison.OrdinalIgnoreCase)).ToArray();
                if (beside.Length != 1 || (found is not null && found != NameOf(beside[0])))
                    return null;

                found = NameOf(beside[0]);
            }
        }

        return found;
    }

    /// <summary>
    /// The generated member of the only file that <paramref name="path"/> can be, as <c>.Ner.ModelOnnx</c>; null when there are
    /// several, or when the file cannot be loaded without the others of its model.
    /// </summary>
    public string? FindAccessor(string path)
    {
        if (models is null)
            return null;

        string? found = null;
        foreach (var model in ModelAccessor.Of(models))
        {
            foreach (var file in model.Files)
            {
                if (!DeclaredPaths.IsSameFile(model.Model.Path + "/" + file.File.Path, path))
                    continue;

                if (found is not null || !StandsAlone(model.Model, file.File))
                    return null;

                found = model.Expression(file).Substring(ModelAccessor.ContainerName.Length);
            }
        }

        return found;
    }

    // Weights may lie in a second file, which a loader finds by the path alone; words and settings do not.
    private static bool StandsAlone(ModelEntry model, ModelFile file) =>
        file.Size <= int.MaxValue && model.Files.Keys.All(other => other == file.Path || Array.Exists(Companions, extension => other.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Companions = [".json", ".txt", ".md", ".jinja", ".yaml", ".yml"];

    // Where the entry came from as an address is that of its only file.
    private static bool IsAt(ModelEntry model, ModelFile file, string address) =>
        model.Source is { Type: SourceType.Url, Url: { } url } && url == address && (model.Files.Count == 1 || NameOf(url) == NameOf(file.Path));

    private static bool IsOf(ModelEntry model, ModelFile file, ModelAddress address) =>
        model.Source is { Type: SourceType.HuggingFace, Repo: { } repo }
        && address is { Kind: AddressKind.HuggingFace, Repo: { } asked } && repo.Equals(asked, StringComparison.OrdinalIgnoreCase)
        && file.Path == address.File;

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
