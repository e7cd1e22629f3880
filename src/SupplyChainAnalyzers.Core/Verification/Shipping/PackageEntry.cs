using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Verification.Shipping;

/// <summary>An entry of a package that is, or could be, a model file.</summary>
/// <param name="Name">Full name in the package, decoded.</param>
/// <param name="Format">By its first bytes.</param>
/// <param name="Size">Bytes, unpacked.</param>
/// <param name="Sha256">Of the unpacked bytes.</param>
internal sealed record PackageEntry(string Name, ModelFormat Format, long Size, string Sha256)
{
    /// <summary>Name without folders.</summary>
    public string FileName => Name.Substring(Name.LastIndexOf('/') + 1);
}
