using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Windows;

/// <summary>
/// Lowers the process's own token to low integrity: nothing that an ordinary program made can be written any more, nor can
/// other processes be opened or sent window messages. What is open stays open, the pipes among it.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class IntegrityLevel
{
    private const uint AdjustDefault = 0x80; // TOKEN_ADJUST_DEFAULT
    private const uint Query = 0x8;
    private const int TokenIntegrityLevel = 25;
    private const uint GroupIntegrity = 0x20; // SE_GROUP_INTEGRITY

    // S-1-16-4096, Mandatory Label\Low: revision, one sub-authority, authority 16, 0x1000
    private static readonly byte[] Low = [1, 1, 0, 0, 0, 0, 0, 16, 0x00, 0x10, 0, 0];

    public static bool TryLower()
    {
        if (!OpenToken(-1, AdjustDefault | Query, out var token)) // -1 is the current process
            return false;

        var sid = GCHandle.Alloc(Low, GCHandleType.Pinned);
        try
        {
            var label = new Label { Sid = sid.AddrOfPinnedObject(), Attributes = GroupIntegrity };
            return SetToken(token, TokenIntegrityLevel, label, Marshal.SizeOf<Label>() + Low.Length);
        }
        finally
        {
            sid.Free();
            _ = CloseHandle(token);
        }
    }

    // TOKEN_MANDATORY_LABEL
    [StructLayout(LayoutKind.Sequential)]
    private struct Label
    {
        public nint Sid;
        public uint Attributes;
    }

    [DllImport("advapi32", EntryPoint = "OpenProcessToken")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool OpenToken(nint process, uint access, out nint token);

    [DllImport("advapi32", EntryPoint = "SetTokenInformation")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetToken(nint token, int kind, in Label label, int size);

    [DllImport("kernel32", EntryPoint = "CloseHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CloseHandle(nint handle);
}
