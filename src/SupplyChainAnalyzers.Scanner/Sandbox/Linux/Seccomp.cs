using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>Puts a filter before the calls of every thread of this process, those that run already included.</summary>
internal static class Seccomp
{
    private const int SetModeFilter = 1; // linux/seccomp.h, as is the other
    private const int AllThreads = 1;
    private const int FilterMode = 2;
    private const int GetSeccomp = 21; // linux/prctl.h

    private const string Filter = "seccomp 317 277";

    /// <summary>Whether this process has a filter.</summary>
    public static bool IsOn => LinuxCalls.Control(GetSeccomp, 0) == FilterMode;

    /// <summary>False where the kernel or the container has no filters, or call numbers are not known.</summary>
    public static bool TryEnter(bool writes)
    {
        var machine = Machines.Current;
        if (machine == Machine.Unknown)
            return false;

        var program = CallFilter.For(machine, Environment.ProcessId, writes, Machines.IsMusl);
        var code = GCHandle.Alloc(program.ToArray(), GCHandleType.Pinned);
        var header = Marshal.AllocHGlobal(2 * nint.Size); // struct sock_fprog: length, padding, pointer
        try
        {
            Marshal.WriteIntPtr(header, program.Length);
            Marshal.WriteIntPtr(header, nint.Size, code.AddrOfPinnedObject());

            // More than zero is the number of a thread that could not be filtered: as bad as none.
            var result = LinuxCalls.Call(SystemCall.Number(Filter, machine)!.Value, SetModeFilter, AllThreads, header);
            return result > 0 ? throw new InvalidOperationException($"seccomp: thread {result} keeps its calls") : result == 0;
        }
        finally
        {
            Marshal.FreeHGlobal(header);
            code.Free();
        }
    }
}
