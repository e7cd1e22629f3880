namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>303x: archives and compressed streams.</summary>
public static partial class Rules
{
    /// <summary>Directory and headers, two directories, two members of one name: whoever scans sees another content than whoever loads.</summary>
    public static readonly Rule AmbiguousArchive = new("SCA3030", "Archive can be read in two ways", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Damage by accident, or bytes put in place of others: some loaders refuse it, PyTorch doesn't look.</summary>
    public static readonly Rule WrongChecksum = new("SCA3031", "Checksum in an archive does not fit its content", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>../, /etc, C:\, a link to elsewhere, a device.</summary>
    public static readonly Rule EscapingMember = new("SCA3032", "Archive member leads out of the folder it is unpacked to", Level.Error, Severity.High, taxa: Taxa.Path);
}
