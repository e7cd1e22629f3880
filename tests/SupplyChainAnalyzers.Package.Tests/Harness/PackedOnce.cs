namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>One package for all, and one build at a time: a build takes all cores it gets.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackedOnce : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
