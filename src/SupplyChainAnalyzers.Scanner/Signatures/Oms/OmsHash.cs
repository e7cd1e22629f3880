namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>Digests that model signing knows (OMS 1.0 §6.3).</summary>
internal enum OmsHash
{
    Sha256,
    Blake2b,
    Blake3,
}
