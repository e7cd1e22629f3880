namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>An error, a warning or a message with a code, as the build reported it.</summary>
public sealed record Diagnostic(string Kind, string Code, string File, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>For asserts: <c>error SCA2104 models.lock(12,7,12,71)</c>.</summary>
    public string Brief => $"{Kind} {Code} {Path.GetFileName(File)}({Line},{Column},{EndLine},{EndColumn})";

    public override string ToString() => $"{Brief}: {Message}";
}
