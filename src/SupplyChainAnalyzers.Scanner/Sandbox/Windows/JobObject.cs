using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Windows;

/// <summary>A job of one: no second process, no more memory than agreed, no dialogue on a crash (winnt.h, JOBOBJECT_*).</summary>
[SupportedOSPlatform("windows")]
internal static class JobObject
{
    private const int ExtendedLimitInformation = 9;
    private const uint ActiveProcess = 0x8;
    private const uint ProcessMemory = 0x100;
    private const uint DieOnUnhandledException = 0x400;
    private const uint KillOnJobClose = 0x2000;

    /// <summary>False when the system refuses, as inside a job that forbids nesting.</summary>
    public static bool TryEnter(long memoryLimit)
    {
        var job = CreateJob(0, null);
        if (job == 0)
            return false;

        var limits = new ExtendedLimits
        {
            Flags = ActiveProcess | ProcessMemory | DieOnUnhandledException | KillOnJobClose,
            ActiveProcesses = 1,
            ProcessMemory = (nuint)memoryLimit,
        };

        // The handle stays open for as long as the process lives; its end closes it.
        return SetLimits(job, ExtendedLimitInformation, limits, Marshal.SizeOf<ExtendedLimits>()) && Assign(job, CurrentProcess());
    }

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint MinimumWorkingSet;
        public nuint MaximumWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public ulong Counter0; // IO_COUNTERS
        public ulong Counter1;
        public ulong Counter2;
        public ulong Counter3;
        public ulong Counter4;
        public ulong Counter5;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }

    [DllImport("kernel32", EntryPoint = "CreateJobObjectW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateJob(nint attributes, string? name);

    [DllImport("kernel32", EntryPoint = "SetInformationJobObject")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetLimits(nint job, int kind, in ExtendedLimits limits, int size);

    [DllImport("kernel32", EntryPoint = "AssignProcessToJobObject")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Assign(nint job, nint process);

    [DllImport("kernel32", EntryPoint = "GetCurrentProcess")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CurrentProcess();
}
