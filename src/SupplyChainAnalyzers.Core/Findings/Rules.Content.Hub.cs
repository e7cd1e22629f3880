namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>313x: what lies beside weights in a model repository: configuration, source code, lists of dependencies.</summary>
public static partial class Rules
{
    /// <summary>auto_map, custom pipelines, modules of other repositories.</summary>
    public static readonly Rule RemoteCode = new("SCA3130", "Configuration makes a loader import code that comes with the model", Level.Warning, Severity.Low, strict: Level.Error, taxa: Taxa.RemoteCode);

    /// <summary>Python, notebooks, shell scripts.</summary>
    public static readonly Rule HarmfulSource = new("SCA3131", "Source code beside the model does what no model needs", Level.Error, Severity.High, taxa: Taxa.RemoteCode);

    /// <summary>Hydra targets, YAML tags, loader modules.</summary>
    public static readonly Rule ConfiguredCall = new("SCA3132", "Configuration names a function that its reader calls", Level.Error, Severity.Critical, taxa: Taxa.Code);

    /// <summary>sitecustomize, .pth, collections.py, byte code without source.</summary>
    public static readonly Rule ShadowingModule = new("SCA3133", "File would be run or imported in place of a Python module", Level.Error, Severity.High, taxa: Taxa.RemoteCode);

    /// <summary>requirements, conda environments.</summary>
    public static readonly Rule ForeignDependency = new("SCA3134", "Dependencies come from an address, not from the package index", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Network);

    /// <summary>Commands, code or places of secrets where settings belong.</summary>
    public static readonly Rule ConfiguredText = new("SCA3135", "Configuration holds a command, code or the place of secrets", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);
}
