namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>311x: safetensors, and tensors of any format.</summary>
public static partial class Rules
{
    /// <summary>Sizes, places or names that cannot all be true.</summary>
    public static readonly Rule SafeTensorsLie = new("SCA3110", "safetensors header contradicts itself or the file", Level.Error, Severity.High, taxa: Taxa.Memory);

    /// <summary>Readable for some loaders, refused by the format's own.</summary>
    public static readonly Rule SafeTensorsRefused = new("SCA3111", "safetensors file breaks the rules of its format", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>An archive or a pickle where numbers belong.</summary>
    public static readonly Rule ForeignTensor = new("SCA3112", "A tensor holds a file of another format", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);
}
