namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>Which calls of the kernel a scanner at work gets through.</summary>
internal static class CallFilter
{
    private const ushort NotPermitted = 1; // EPERM
    private const ushort AccessDenied = 13; // EACCES: what .NET turns into UnauthorizedAccessException
    private const ushort NotImplemented = 38; // ENOSYS: the C library goes another way
    private const uint CompatibilityCalls = 0x40000000; // __X32_SYSCALL_BIT: the same calls by other numbers
    private const uint SameProcess = 0x00010000; // CLONE_THREAD

    // O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | __O_TMPFILE
    private const uint WritingFlags = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000;

    // F_SETOWN, F_SETSIG, F_SETOWN_EX: signals to others by way of a file
    private static readonly uint[] OwnerCommands = [8, 10, 15];

    // TIOCSTI, TIOCLINUX: typing into a terminal; FIOSETOWN, SIOCSPGRP: as above
    private static readonly uint[] TerminalCommands = [0x5412, 0x541C, 0x8901, 0x8902];

    // PR_SET_DUMPABLE, PR_SET_MM, PR_SET_PTRACER
    private static readonly uint[] ProcessOptions = [4, 35, 0x59616D61];

    private const string Clone = "clone 56 220";
    private const string Clone3 = "clone3 435 435";
    private const string Open = "open 2 -";
    private const string OpenAt = "openat 257 56";
    private const string OpenAt2 = "openat2 437 437";
    private const string SignalProcess = "kill 62 129";
    private const string SignalThread = "tgkill 234 131";
    private const string ResourceLimits = "prlimit64 302 261";
    private const string FileControl = "fcntl 72 25";
    private const string DeviceControl = "ioctl 16 29";
    private const string ProcessControl = "prctl 157 167";

    /// <param name="machine">A known one.</param>
    /// <param name="process">The own number: no other may be signalled.</param>
    /// <param name="writes">Whether files may be opened for writing; which ones, Landlock says.</param>
    /// <param name="musl">Whether threads are signalled by tkill.</param>
    public static BpfProgram For(Machine machine, int process, bool writes, bool musl)
    {
        var refused = BpfProgram.Fail(NotPermitted);
        var program = new BpfProgram().UnlessArchitecture((uint)machine, BpfProgram.Kill).LoadNumber().IfNumberAtLeast(CompatibilityCalls, BpfProgram.Kill);
        foreach (var number in RefusedCalls.On(machine, musl))
            program.IfNumber(number, refused);

        program.IfNumber(Of(Clone3), BpfProgram.Fail(NotImplemented)); // its flags lie in memory, where no filter looks
        program.IfNumber(Of(OpenAt2), BpfProgram.Fail(NotImplemented)); // likewise
        program.IfArgumentHas(Of(Clone), 0, SameProcess, BpfProgram.Allow, refused);
        program.IfArgument(Of(SignalProcess), 0, [(uint)process], BpfProgram.Allow, refused);
        program.IfArgument(Of(SignalThread), 0, [(uint)process], BpfProgram.Allow, refused);
        program.IfArgument(Of(ResourceLimits), 0, [0], BpfProgram.Allow, refused);
        program.IfArgument(Of(FileControl), 1, OwnerCommands, refused, BpfProgram.Allow);
        program.IfArgument(Of(DeviceControl), 1, TerminalCommands, refused, BpfProgram.Allow);
        program.IfArgument(Of(ProcessControl), 0, ProcessOptions, refused, BpfProgram.Allow);
        if (!writes)
        {
            program.IfArgumentHas(Of(OpenAt), 2, WritingFlags, BpfProgram.Fail(AccessDenied), BpfProgram.Allow);
            if (SystemCall.Number(Open, machine) is { } open)
                program.IfArgumentHas(open, 1, WritingFlags, BpfProgram.Fail(AccessDenied), BpfProgram.Allow);
        }

        return program.Return(BpfProgram.Allow);

        int Of(string call) => SystemCall.Number(call, machine)!.Value;
    }
}
