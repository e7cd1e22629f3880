namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>108x: where the packages around a model come from.</summary>
public static partial class Rules
{
    /// <summary>Several NuGet sources, and packages for models from any of them.</summary>
    public static readonly Rule SourcesWithoutMapping = new("SCA1082", "NuGet sources are not mapped to packages", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>A repository's branch, an archive without a digest.</summary>
    public static readonly Rule MovingPackage = new("SCA1083", "Package comes from an address that can give other code tomorrow", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>--extra-index-url: whoever registers the name on the other index, with a higher version, wins.</summary>
    public static readonly Rule SecondIndex = new("SCA1084", "Packages are looked up on a second index too", Level.Message, Severity.Medium, strict: Level.Warning);
}
