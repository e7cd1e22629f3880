using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>A model whose signature is looked at.</summary>
/// <param name="Model">Its entry.</param>
/// <param name="Files">Its declared files, after they were hashed.</param>
/// <param name="Signers">Whom the policy trusts for it.</param>
/// <param name="IsDemanded">Whether the policy demands a signature of it.</param>
internal sealed record SignedModel(ModelEntry Model, IReadOnlyList<DeclaredFile> Files, IReadOnlyList<ExpectedSigner> Signers, bool IsDemanded)
{
    /// <summary>Its files with their digests, as far as the scanner is to be told.</summary>
    public required IReadOnlyList<KnownFile> Known { get; init; }

    /// <summary>What this run has read and hashed.</summary>
    public static IReadOnlyList<KnownFile> Hashed(IEnumerable<DeclaredFile> files) =>
        [.. files.Where(static file => file.Sha256 is not null).Select(static file => new KnownFile(file.Entry.Path, file.Size, file.Sha256!))];

    /// <summary>What comes out of hashing when every file is the declared one.</summary>
    public static IReadOnlyList<KnownFile> Declared(IEnumerable<DeclaredFile> files) =>
        [.. files.Select(static file => new KnownFile(file.Entry.Path, file.Size, file.Entry.Sha256!))];

    /// <summary>A fault of the model as a whole: an exemption binds to its tree hash.</summary>
    public Finding Fault(Rule rule, TextRegion region, string message) => new(rule, message)
    {
        Region = region,
        Model = Model.Name,
        Subject = Files[0].Folder.Path,
        Sha256 = TreeHash.Digits(Model),
    };
}
