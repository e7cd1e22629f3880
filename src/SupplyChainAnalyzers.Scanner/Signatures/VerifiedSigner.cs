namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Who made a valid signature, as far as it is proven.</summary>
/// <param name="Method">key, certificate or sigstore.</param>
/// <param name="Name">The key's fingerprint, the certificate's subject, or the identity.</param>
/// <param name="Issuer">Who vouched for the name; null for a bare key.</param>
/// <param name="Time">The earliest proven time; null when none is.</param>
/// <param name="LogIndex">Where it stands in a transparency log; null when it stands in none.</param>
/// <param name="Log">Name of that log.</param>
internal sealed record VerifiedSigner(string Method, string Name, string? Issuer = null, DateTimeOffset? Time = null, long? LogIndex = null, string? Log = null)
{
    /// <summary>What else is proven of him, for people: a word and its value, safe to show.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>When its certificate, and with it the signature, stops to count; null where that does not matter.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Whether the name is proven; else it is what the bundle claims.</summary>
    public bool IsProven { get; init; } = true;

    // Whole: two names that differ at their ends are two signers.
    private const int MaxRecorded = 900;

    /// <summary>Method and name in one text, as models.lock records it.</summary>
    public string Recorded => Method + ":" + Core.Text.Printable.Of(Name, MaxRecorded);
}
