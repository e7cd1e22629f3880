using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.SandboxProbe;

/// <summary>
/// Executes a program on what looks like an older kernel: some calls, given by number, do not exist. The scanner cannot tell
/// the difference, so it has no switch that would turn its confinement off.
/// </summary>
internal static unsafe class KernelWithout
{
    private const ulong LoadNumber = 0x20; // BPF_LD | BPF_W | BPF_ABS at 0
    private const ulong NotImplemented = 0x0005002600000006; // SECCOMP_RET_ERRNO | ENOSYS
    private const ulong Allow = 0x7FFF000000000006;

    public static int Run(string calls, string[] command)
    {
        List<ulong> filter = [LoadNumber];
        foreach (var call in calls.Split(','))
        {
            filter.Add(0x0000000001000015UL | (ulong.Parse(call, CultureInfo.InvariantCulture) << 32)); // if it is not this one, jump over the next
            filter.Add(NotImplemented);
        }

        filter.Add(Allow);
        fixed (ulong* code = filter.ToArray())
        {
            var header = stackalloc nint[] { filter.Count, (nint)code };
            Native.Must(Native.Call(157, 38, 1)); // no_new_privs
            Native.Must(Native.Call(317, 1, 0, (nint)header)); // this thread's alone; what it executes inherits
        }

        fixed (nint* arguments = (nint[])[.. command.Select(Marshal.StringToCoTaskMemUTF8), 0])
            Native.Must(Native.Call(59, arguments[0], (nint)arguments, Variables()));
        return 1;
    }

    private static nint Variables()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(static pair => Marshal.StringToCoTaskMemUTF8($"{pair.Key}={pair.Value}"));
        var pointers = GCHandle.Alloc((nint[])[.. variables, 0], GCHandleType.Pinned);
        return pointers.AddrOfPinnedObject();
    }
}
