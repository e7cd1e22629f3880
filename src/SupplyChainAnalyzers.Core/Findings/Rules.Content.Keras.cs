namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>3090–3099: Keras models and HDF5 files.</summary>
public static partial class Rules
{
    /// <summary>A Lambda layer or any other place where Python byte code stands in the configuration.</summary>
    public static readonly Rule KerasCode = new("SCA3090", "Keras model holds Python code", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>The configuration names a function or class that no layer needs; the loader imports it and may call it.</summary>
    public static readonly Rule KerasReference = new("SCA3091", "Keras model names a function outside its layers", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>A vocabulary, a saved model or a file that the loader takes from a path or address in the configuration.</summary>
    public static readonly Rule KerasOutsideFile = new("SCA3092", "Keras model reads another file when it is loaded", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Path);

    /// <summary>External links, external data files and virtual datasets.</summary>
    public static readonly Rule Hdf5OutsideFile = new("SCA3093", "HDF5 file takes data from other files", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Path);

    /// <summary>Filters and links that the library hands to native plug-ins.</summary>
    public static readonly Rule Hdf5PlugIn = new("SCA3094", "HDF5 file asks for a native plug-in", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Layers whose code is not in the file and not in Keras: whoever loads the model brings it.</summary>
    public static readonly Rule KerasCustomObject = new("SCA3095", "Keras model needs code that does not come with Keras", Level.Message, Severity.Info, taxa: Taxa.RemoteCode);
}
