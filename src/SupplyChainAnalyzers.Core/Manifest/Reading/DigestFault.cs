using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Says what someone wrote in place of a SHA-256.</summary>
internal static class DigestFault
{
    /// <summary>Words that follow what the digest is of.</summary>
    public static string Of(string text)
    {
        if (text.StartsWith(LockValues.Sha256Prefix, StringComparison.Ordinal))
            return "starts with 'sha256:'; 64 hex digits alone are needed";
        if (!Hex.Is(Lower(text), text.Length))
            return "is not 64 lower-case hex digits";
        if (text.Length == LockValues.Sha256Digits)
            return "has upper-case hex digits; lower case is needed";

        var guess = text.Length switch
        {
            32 => " (MD5?)",
            40 => " (SHA-1?)",
            96 => " (SHA-384?)",
            128 => " (SHA-512?)",
            _ => "",
        };
        return FormattableString.Invariant($"has {text.Length} hex digits{guess}, 64 are needed");
    }

#pragma warning disable CA1308 // lower case is what digests are written in
    /// <summary>In lower case, to see whether that is all that is wrong.</summary>
    public static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
