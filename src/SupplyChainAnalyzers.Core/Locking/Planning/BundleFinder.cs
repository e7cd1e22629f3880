using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Planning;

/// <summary>The signature that lies in a model's folder under the name that signing tools give it.</summary>
internal static class BundleFinder
{
    /// <summary>As model_signing and <c>models sign</c> write it.</summary>
    private const string FileName = "model.sig";

    /// <summary>What the lock says; else what lies there; else null. In the lock's own folder it could be anybody's.</summary>
    public static SignatureFact? Find(string lockFolder, PlannedModel model) =>
        model.Before?.Signature is { } known ? known
        : model.Path != PathRules.SameFolder && File.Exists(RelativePath.FullPath(lockFolder, PathRules.Join(model.Path, FileName))) ? new SignatureFact { Type = "oms", Bundle = FileName }
        : null;
}
