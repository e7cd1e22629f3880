using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Accessors;

/// <summary>What is generated for one model: a member of <c>ModelFiles</c>, or a nested class with a member for each file.</summary>
public sealed class ModelAccessor
{
    /// <summary>The generated class that holds all accessors.</summary>
    public const string ContainerName = "ModelFiles";

    // What the container and every nested class have already.
    private static readonly string[] OwnMembers = ["All", "Root", "Name", "Folder", "Source", "Revision", "License", "OpenVerifiedFolder"];
    private static readonly string[] ObjectMembers = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private ModelAccessor(ModelEntry model, string name)
    {
        Model = model;
        Name = name;
        IsRenamed = name != AccessorName.Of(model.Name);
        IsSingleFile = model.Files.Count == 1;

        // What a build makes or somebody else keeps has no hash to verify.
        ModelFile[] files = [.. model.Files.Values.Where(static file => file.Sha256 is not null && file.Size is not null)];
        var names = IsSingleFile ? [.. files.Select(_ => name)] : AccessorName.Unique([.. files.Select(static file => file.Path)], Reserved(name));
        Files = [.. files.Select((file, i) => new FileAccessor(file, names[i], !IsSingleFile && names[i] != AccessorName.Of(file.Path)))];
    }

    /// <summary>The model.</summary>
    public ModelEntry Model { get; }

    /// <summary>C# identifier of its member of the container.</summary>
    public string Name { get; }

    /// <summary>Whether the name has a suffix, because the plain one is taken.</summary>
    public bool IsRenamed { get; }

    /// <summary>Whether the member is the file itself.</summary>
    public bool IsSingleFile { get; }

    /// <summary>Files that can be verified, ordinal order of their paths; empty when nothing is generated.</summary>
    public IReadOnlyList<FileAccessor> Files { get; }

    /// <summary>Accessors of every model that has a file to verify, ordinal order of the models' names.</summary>
    public static IReadOnlyList<ModelAccessor> Of(ModelsLock models)
    {
        ModelEntry[] entries = [.. models.Models.Values];
        var names = AccessorName.Unique([.. entries.Select(static entry => entry.Name)], Reserved(ContainerName));
        return [.. entries.Select((entry, i) => new ModelAccessor(entry, names[i])).Where(static model => model.Files.Count > 0)];
    }

    /// <summary>C# that means the file, to be written where the container is in scope: <c>ModelFiles.Ner.ModelOnnx</c>.</summary>
    public string Expression(FileAccessor file) => ContainerName + "." + (IsSingleFile ? Name : Name + "." + file.Name);

    // A member may not be named like the class it stands in.
    private static HashSet<string> Reserved(string enclosing) => new(OwnMembers.Concat(ObjectMembers), StringComparer.Ordinal) { enclosing };
}
