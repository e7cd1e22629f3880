using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// <c>SupplyChainRequirePolicy</c>: a digest, set outside the repository, that the policy in use or one it extends must have, so
/// that nobody can leave the organisation's policy out.
/// </summary>
public static class RequiredPolicy
{
    private const string Prefix = "sha256:";

    // Enough to recognise a digest by; nobody compares 64 digits by eye.
    private const int Shown = 12;

    /// <summary>SCA5110, or null when all is well.</summary>
    /// <param name="policy">The policy in use; a built-in one has no digest.</param>
    /// <param name="required">64 hex digits, <c>sha256:</c> before them or not; null requires nothing. Empty is no digest: a pipeline
    /// whose own computation of it failed must not have asked for nothing.</param>
    /// <param name="path">Absolute path of the policy in use, for the message; null when there is none.</param>
    public static Finding? Check(ModelsPolicy policy, string? required, string? path)
    {
        if (required is null) return null;

        string digest = Normalize(required.Trim());
        if (!Hex.Is(digest, 64))
            return Finding($"SupplyChainRequirePolicy is '{Printable.Of(required)}', which is no SHA-256; write its 64 hex digits", path);
        if (policy.Files.Any(file => file.Sha256 == digest)) return null;

        string found = policy.Files.Count == 0
            ? "but there is no policy file"
            : "but found " + string.Join(", ", policy.Files.Select(static file => $"{Printable.Of(file.Path)} {Short(file.Sha256)}"));
        return Finding($"SupplyChainRequirePolicy demands a policy with the SHA-256 {Short(digest)}, {found}; restore that policy, or extend it", path);
    }

    private static string Short(string digest) => $"{digest.Substring(0, Shown)}…";

#pragma warning disable CA1308 // digests are compared in lower case
    private static string Normalize(string text) =>
        (text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(Prefix.Length) : text).ToLowerInvariant();
#pragma warning restore CA1308

    private static Finding Finding(string message, string? path) => new(Rules.PolicyRequired, message) { File = path };
}
