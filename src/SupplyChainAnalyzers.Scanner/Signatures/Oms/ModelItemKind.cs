namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>What can lie in a model's folder.</summary>
internal enum ModelItemKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A link to a regular file.</summary>
    Link,

    /// <summary>A link that leads nowhere, a pipe, a socket, a device, something unreadable.</summary>
    Other,
}
