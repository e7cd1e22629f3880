namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Verification ends here. The message goes on after the bundle's name; text from files has passed Printable.</summary>
internal sealed class SignatureException(SignatureFault fault, string message) : Exception(message)
{
    public SignatureFault Fault { get; } = fault;
}
