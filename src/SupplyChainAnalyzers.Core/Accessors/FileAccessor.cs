using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Accessors;

/// <summary>A declared file and the name of its generated member.</summary>
public sealed class FileAccessor
{
    internal FileAccessor(ModelFile file, string name, bool isRenamed)
    {
        File = file;
        Name = name;
        IsRenamed = isRenamed;
    }

    /// <summary>The file; it has a hash and a size.</summary>
    public ModelFile File { get; }

    /// <summary>C# identifier of its member; that of the model, when the model is one file.</summary>
    public string Name { get; }

    /// <summary>Whether the name has a suffix, because the plain one is taken.</summary>
    public bool IsRenamed { get; }
}
