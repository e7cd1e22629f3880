namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>LANDLOCK_ACCESS_FS_* of linux/landlock.h.</summary>
[Flags]
internal enum LandlockRights : ulong
{
    None = 0,
    Execute = 1 << 0,
    WriteFile = 1 << 1,
    ReadFile = 1 << 2,
    ReadFolder = 1 << 3,
    Truncate = 1 << 14,

    /// <summary>Of these, a rule for a single file may grant.</summary>
    OfFiles = Execute | WriteFile | ReadFile | Truncate,
}
