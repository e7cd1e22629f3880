namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>What the text of a revision says about being a commit.</summary>
public static class CommitText
{
    private const int Sha1Digits = 40;
    private const int Sha256Digits = 64;

    // What git abbreviates to at least.
    private const int MinDigits = 7;

    /// <summary>Whether it is a whole commit id, or a digest in place of one.</summary>
    public static bool IsFull(string text) => (text.Length is Sha1Digits or Sha256Digits && IsHex(text)) || text.StartsWith("sha256:", StringComparison.Ordinal);

    /// <summary>Whether it is the start of a commit id. Digits alone are a date or a version, letters alone a word.</summary>
    public static bool IsAbbreviated(string text) => text.Length is >= MinDigits and < Sha1Digits && IsHex(text) && text.Any(char.IsDigit) && !text.All(char.IsDigit);

    private static bool IsHex(string text) => text.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
}
