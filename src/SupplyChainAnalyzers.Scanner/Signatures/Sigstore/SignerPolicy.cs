namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Who must have signed. From the policy or the command line, never from the bundle or the lock.</summary>
/// <param name="Identity">Exactly one of the certificate's names: a mail address, a workflow's URI.</param>
/// <param name="Issuer">Exactly who vouched for it; null takes any the trusted root's authorities accept.</param>
/// <param name="MatchesIdentity">Compares names, where a pattern is allowed; null compares exactly.</param>
internal sealed record SignerPolicy(string Identity, string? Issuer, Func<string, bool>? MatchesIdentity = null)
{
    public bool Accepts(SignerIdentity signer) =>
        signer.Names.Any(name => MatchesIdentity?.Invoke(name) ?? string.Equals(name, Identity, StringComparison.Ordinal))
        && (Issuer is null || string.Equals(Issuer, signer.Issuer, StringComparison.Ordinal));
}
