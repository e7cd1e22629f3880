using SupplyChainAnalyzers.Scanner.Signatures.Dsse;

namespace SupplyChainAnalyzers.Scanner.Signatures.Bundles;

/// <summary>A signature with what is needed to check it (sigstore/protobuf-specs, sigstore_bundle.proto).</summary>
internal sealed record SigstoreBundle
{
    /// <summary>0.1, 0.2 or 0.3, by the media type.</summary>
    public required BundleVersion Version { get; init; }

    /// <summary>DER, leaf first; empty when it was signed with a bare key.</summary>
    public IReadOnlyList<byte[]> Certificates { get; init; } = [];

    /// <summary>Whether the certificates are a chain to a root of the verifier's choice, not one of Fulcio's short-lived ones.</summary>
    public bool IsCertificateChain { get; init; }

    /// <summary>What names a bare key; null with certificates. Not trusted, only compared.</summary>
    public string? KeyHint { get; init; }

    /// <summary>Whether it was signed with a bare key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it is a DSSE envelope without a bundle around it.</summary>
    public bool IsBare { get; init; }

    /// <summary>Entries of transparency logs.</summary>
    public IReadOnlyList<LogEntry> LogEntries { get; init; } = [];

    /// <summary>RFC 3161 tokens over the signature, DER.</summary>
    public IReadOnlyList<byte[]> Timestamps { get; init; } = [];

    /// <summary>The signed statement; null when an artifact itself was signed.</summary>
    public DsseEnvelope? Envelope { get; init; }

    /// <summary>The signature over an artifact; null when a statement was signed.</summary>
    public MessageSignature? Message { get; init; }

    /// <summary>The signature, whatever it is over.</summary>
    public byte[] Signature => Envelope?.Signature ?? Message!.Signature;
}
