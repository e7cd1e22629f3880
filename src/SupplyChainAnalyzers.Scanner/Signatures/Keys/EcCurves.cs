namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>The curves of model signing, by object identifier (RFC 5480 §2.1.1.1).</summary>
internal static class EcCurves
{
    public const string P256 = "1.2.840.10045.3.1.7";
    public const string P384 = "1.3.132.0.34";
    public const string P521 = "1.3.132.0.35";

    public static bool IsKnown(string identifier) => identifier is P256 or P384 or P521;
}
