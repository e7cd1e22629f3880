using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Of the scanner's findings about a signature those that a verification has not said already.</summary>
internal static class SignatureFindings
{
    /// <summary>Differences of one model; whoever wants the rest runs models verify-signature.</summary>
    private const int MaxDifferences = 50;

    /// <summary>In the scanner's order.</summary>
    public static IEnumerable<Finding> Of(SignedModel signed, ScanResult result)
    {
        var told = new HashSet<string>(signed.Files.Where(static file => !file.IsOpen).Select(static file => file.Entry.Path), StringComparer.Ordinal);
        var differences = 0;
        foreach (var finding in result.Findings)
        {
            // A file that is not the declared one has its finding; and what no loader opens by itself is nobody's worry in a build.
            if (finding.Rule == Rules.SignedModelDiffers && ((finding.Member is { } path && told.Contains(path)) || ++differences > MaxDifferences))
                continue;
            if (finding.Rule == Rules.FilesNotSigned && IsHarmless(signed, result))
                continue;

            yield return finding;
        }

        if (differences > MaxDifferences)
            yield return new Finding(Rules.SignedModelDiffers, $"{Shown.Name(result.File.Name!)} differs in {Shown.Number(differences - MaxDifferences)} more files; to see them run: models verify-signature") { Sha256 = result.Sha256 };
    }

    private static bool IsHarmless(SignedModel signed, ScanResult result) =>
        result.Listing.Where(static line => line.Section == SignatureListing.Uncovered).All(line => line.Member is { } path && (UndeclaredFile.IsHarmless(path) || path == signed.Model.Provenance?.Attestation));
}
