namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>What has to happen for a call to take place.</summary>
internal enum When
{
    /// <summary>Somebody calls the function it stands in.</summary>
    Call,

    /// <summary>A loader or server uses the class or function it stands in.</summary>
    Use,

    /// <summary>The source is imported.</summary>
    Import,
}
