namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>50xx: signatures of models.</summary>
public static partial class Rules
{
    /// <summary>The statement or the signature was changed, or another key made it.</summary>
    public static readonly Rule SignatureInvalid = new("SCA5001", "Model signature is not valid", Level.Error, Severity.Critical, integrity: true, taxa: Taxa.Signature);

    /// <summary>It breaks its specification: whoever accepts it reads it in his own way.</summary>
    public static readonly Rule SignatureMalformed = new("SCA5002", "Model signature breaks its specification", Level.Error, Severity.High, integrity: true, taxa: Taxa.Signature);

    /// <summary>Made with an unknown key, or a certificate that chains to no trusted one.</summary>
    public static readonly Rule SignerNotTrusted = new("SCA5003", "Model is signed by somebody who is not trusted", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>A valid signature of another than the one that is trusted for this model.</summary>
    public static readonly Rule SignerDiffers = new("SCA5004", "Model is signed by another than it should be", Level.Error, Severity.Critical, integrity: true, taxa: Taxa.Signature);

    /// <summary>The certificate did not count at the time that does.</summary>
    public static readonly Rule SignatureExpired = new("SCA5005", "Model signature was not made in its certificate's time", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>No log, time stamp or proof that holds.</summary>
    public static readonly Rule SignatureNotLogged = new("SCA5006", "Transparency log does not confirm the model signature", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>Missing, added, changed files.</summary>
    public static readonly Rule SignedModelDiffers = new("SCA5007", "Model is not the one that was signed", Level.Error, Severity.Critical, integrity: true, taxa: Taxa.Signature);

    /// <summary>A key where a certificate is trusted, or the other way round.</summary>
    public static readonly Rule SignatureMethodDiffers = new("SCA5008", "Model signature is of another method than the trusted one", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>Ignored on request, or by the format.</summary>
    public static readonly Rule FilesNotSigned = new("SCA5009", "Files of a signed model are not covered by its signature", Level.Warning, Severity.Low, taxa: Taxa.Signature);

    /// <summary>The policy demands a signature, or the lock names one, and there is none.</summary>
    public static readonly Rule ModelNotSigned = new("SCA5010", "Model has no signature where there must be one", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>Statement, signature and files fit; who is named has no meaning before somebody trusts him.</summary>
    public static readonly Rule SignerUnknown = new("SCA5011", "Model signature is intact, its signer is not trusted", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Signature);

    /// <summary>Valid and trusted, and yet another than models.lock records for the same source.</summary>
    public static readonly Rule SignerChanged = new("SCA5012", "Model is signed by another than when it was locked", Level.Error, Severity.High, integrity: true, taxa: Taxa.Signature);

    /// <summary>A trusted key, certificate or trusted root is not there or is none: nothing can be verified against it.</summary>
    public static readonly Rule TrustUnusable = new("SCA5013", "Trusted key or certificate cannot be used", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>The attestation the lock names is not there, or none of its subjects is the file.</summary>
    public static readonly Rule AttestationDiffers = new("SCA5014", "Attestation does not speak of this model", Level.Error, Severity.High, integrity: true, taxa: Taxa.Signature);

    /// <summary>Another builder, source, parameter or dependency than the policy accepts.</summary>
    public static readonly Rule ProvenanceRefused = new("SCA5015", "Model was not built as the policy demands", Level.Error, Severity.High, taxa: Taxa.Signature);

    /// <summary>From that day on it is <see cref="SignatureExpired"/>: said early enough to ask for another.</summary>
    public static readonly Rule CertificateExpiresSoon = new("SCA5016", "Certificate of a model signature expires soon", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Signature);
}
