using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Whether a digest that a download is given says enough about its bytes.</summary>
internal static class DigestFault
{
    /// <summary>Digits of a SHA-256.</summary>
    public const int Sha256Digits = 64;

    // Half of a SHA-256: what fits by accident or with effort is shorter.
    private const int DefaultMinDigits = 32;

    // The member compares what it is given with the start of the digest; all others want the whole.
    private const string PrefixParameter = "hash_prefix";

    /// <summary>What is wrong; null when nothing is, or the value is not known.</summary>
    public static string? Of(SinkUse use, SinkArgument argument)
    {
        if (argument.IsOmitted || argument.IsNothing)
            return "The download is not compared with a digest";

        if (argument.Values is not [{ IsComplete: true, IsFallback: false, Text: var digest }])
            return null;

        var least = argument.Parameter?.Name == PrefixParameter ? use.Options.GetInt(Rules.DigestNotChecked.Id, "min_hash_len", DefaultMinDigits) : Sha256Digits;
        return digest.Length < least ? $"A digest of {digest.Length} digits is too short" : null;
    }
}
