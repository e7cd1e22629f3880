using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>Whom the policy trusts for a model, with the keys and certificates it names read. SCA5013: one of them cannot be.</summary>
internal sealed class PolicyTrust(SignaturesPolicy policy)
{
    /// <summary>Keys have hundreds of bytes, certificates thousands, a trusted root some 10,000.</summary>
    private const int MaxFile = 256 << 10;

    private readonly Dictionary<string, byte[]?> _files = new(StringComparer.Ordinal);

    /// <summary>Absolute paths of what was read, or should have been.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>What could not be read.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>All who are trusted for this model; a signer one of whose files is unusable is reported and left out.</summary>
    public IReadOnlyList<ExpectedSigner> For(ModelEntry model)
    {
        var (url, version) = (ModelPackageUrl.Of(model), ModelPackageUrl.WithVersion(model));
        return
        [
            .. (policy.Trusted?.Value ?? new Dictionary<string, TrustedSigner>())
                .Where(signer => signer.Value.For.Any(pattern => pattern.Matches(url) || pattern.Matches(version)))
                .Select(signer => Expected(signer.Key, signer.Value)).OfType<ExpectedSigner>(),
        ];
    }

    private ExpectedSigner? Expected(string name, TrustedSigner signer)
    {
        var keys = signer.Keys.Select(path => Read(name, signer, "key", path)).ToArray();
        var roots = signer.Roots.Select(path => Read(name, signer, "certificate", path)).ToArray();
        var stamps = signer.TimestampRoots.Select(path => Read(name, signer, "time stamp authority", path)).ToArray();
        var trustedRoot = signer.TrustedRoot is { } root ? Read(name, signer, "trusted root", root) : null;
        return keys.Contains(null) || roots.Contains(null) || stamps.Contains(null) || (signer.TrustedRoot is not null && trustedRoot is null) ? null : new ExpectedSigner
        {
            Method = signer.Method,
            Keys = keys!,
            Roots = roots!,
            TimestampRoots = stamps!,
            Identity = signer.Identity?.Text,
            IdentityIsPattern = true,
            Issuer = signer.Issuer,
            TrustedRoot = trustedRoot,
        };
    }

    private byte[]? Read(string name, TrustedSigner signer, string what, string path)
    {
        if (_files.TryGetValue(path, out var known))
            return known;

        var reason = "it is larger than any such file";
        byte[]? bytes = null;
        try
        {
            bytes = LimitedRead.File(path, MaxFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : Text.Printable.Of(e.Message);
        }

        if (bytes is null || bytes.Length > MaxFile)
        {
            bytes = null;
            Findings.Add(new Finding(Rules.TrustUnusable, $"The {what} {Shown.Name(path)} that signatures.trusted {Shown.Name(name)} names cannot be read: {reason}; put it there, or correct the path")
            {
                File = signer.Place.File,
                Region = signer.Place.Region,
            });
        }

        return _files[path] = bytes;
    }
}
