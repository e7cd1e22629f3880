namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Why a signature says nothing, or says no.</summary>
internal enum SignatureFault
{
    /// <summary>The verifier was given something it cannot use: a key, a root, a file.</summary>
    Configuration,

    /// <summary>The bundle, or what is in it, is damaged or breaks its specification.</summary>
    Malformed,

    /// <summary>It was made by another method than the one that is trusted.</summary>
    WrongMethod,

    /// <summary>The signature does not belong to these bytes.</summary>
    Invalid,

    /// <summary>Made by a key or a chain that is not trusted.</summary>
    Untrusted,

    /// <summary>Made by somebody, but not by whom it should be.</summary>
    WrongIdentity,

    /// <summary>The certificate was not valid at the time that counts, or no time can be proven.</summary>
    Expired,

    /// <summary>The transparency log does not confirm it.</summary>
    NotLogged,

    /// <summary>The statement about how the model was built does not say what is demanded.</summary>
    Provenance,

    /// <summary>The model is not the one that was signed.</summary>
    ContentDiffers,
}
