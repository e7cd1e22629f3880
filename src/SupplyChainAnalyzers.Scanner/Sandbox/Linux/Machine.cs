namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>The architectures whose call numbers are known here; the value is AUDIT_ARCH_* of linux/audit.h.</summary>
internal enum Machine : uint
{
    /// <summary>Any other: no filter.</summary>
    Unknown = 0,

    /// <summary>AUDIT_ARCH_X86_64.</summary>
    X64 = 0xC000003E,

    /// <summary>AUDIT_ARCH_AARCH64.</summary>
    Arm64 = 0xC00000B7,
}
