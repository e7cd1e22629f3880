using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// What a process may still do with files, TCP, abstract Unix sockets and signals: nothing but what is granted. Binds the
/// calling thread and what it executes, for good. Documentation/userspace-api/landlock.rst.
/// </summary>
internal sealed class LandlockRuleset : IDisposable
{
    // The same numbers on every architecture (asm-generic/unistd.h and the x86 table).
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;

    private const int QueryVersion = 1;
    private const int PathBeneath = 1;
    private const int PathOnly = 0x200000; // O_PATH: a place in the file system, not its content
    private const int CloseOnExec = 0x80000;

    private readonly int _descriptor;
    private readonly LandlockRights _handled;

    /// <param name="version">What the kernel knows, at least 1.</param>
    public LandlockRuleset(int version)
    {
        _handled = (LandlockRights)((1UL << FileRights(version)) - 1);
        const int size = 24; // struct landlock_ruleset_attr: three words
        var memory = Marshal.AllocHGlobal(size);
        try
        {
            // Older kernels take the longer structure as long as what they do not know is zero.
            Marshal.WriteInt64(memory, (long)_handled);
            Marshal.WriteInt64(memory, 8, version >= 4 ? 0b11 : 0); // bind and connect of TCP
            Marshal.WriteInt64(memory, 16, version >= 6 ? 0b11 : 0); // abstract Unix sockets, signals
            _descriptor = (int)LinuxCalls.Require(LinuxCalls.Call(CreateRuleset, memory, size, 0), "landlock_create_ruleset");
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    /// <summary>The version of the kernel's Landlock; 0 where there is none or it is switched off.</summary>
    public static int Version => Math.Max(0, (int)LinuxCalls.Call(CreateRuleset, 0, 0, QueryVersion));

    /// <summary>Grants rights to a file, or to a folder and all below it. What is not there gets none; a link leads to its target.</summary>
    public void Grant(string path, LandlockRights rights)
    {
        var place = LinuxCalls.Open(path, PathOnly | CloseOnExec);
        if (place < 0)
            return;

        try
        {
            if (!Directory.Exists(path))
                rights &= LandlockRights.OfFiles;
            if ((rights & _handled) != 0)
                Add((ulong)(rights & _handled), place);
        }
        finally
        {
            _ = LinuxCalls.Close(place);
        }
    }

    /// <summary>Gives all else up. Needs no_new_privs.</summary>
    public void Enforce() => LinuxCalls.Require(LinuxCalls.Call(RestrictSelf, _descriptor, 0, 0), "landlock_restrict_self");

    public void Dispose() => _ = LinuxCalls.Close(_descriptor);

    private void Add(ulong rights, int place)
    {
        // struct landlock_path_beneath_attr is packed: 8 and 4 bytes.
        var memory = Marshal.AllocHGlobal(12);
        try
        {
            Marshal.WriteInt64(memory, (long)rights);
            Marshal.WriteInt32(memory, 8, place);
            LinuxCalls.Require(LinuxCalls.Call(AddRule, _descriptor, PathBeneath, memory), "landlock_add_rule");
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    // How many of the rights to files each version knows.
    private static int FileRights(int version) => version switch
    {
        1 => 13,
        2 => 14, // + refer
        3 or 4 => 15, // + truncate
        _ => 16, // + ioctl on devices
    };
}
