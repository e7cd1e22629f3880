using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.SandboxProbe;

/// <summary>Ways out of the confinement. Each one throws when it is refused.</summary>
internal static class Acts
{
    private const int WriteOnly = 1;
    private const int CreateNew = 0x40 | 0x80;
    private const int FolderOnly = 0x10000;

    public static IEnumerable<(string Name, Action Do)> Forbidden(Target target) =>
    [
        ("read", () => File.ReadAllText(target.Foreign)),
        ("read-native", () => Native.MustOpen(target.Foreign, 0)),
        ("read-through-link", () => Native.MustOpen(target.Link, 0)),
        ("read-through-proc", () => Native.MustOpen("/proc/self/root" + target.Foreign, 0)),
        ("read-process", () => Native.MustOpen($"/proc/{target.Victim}/cmdline", 0)),
        ("list", () => Directory.GetFiles(target.ForeignFolder)),
        ("list-native", () => Native.MustOpen(target.ForeignFolder, FolderOnly)),
        ("write", () => File.AppendAllText(target.Foreign, "x")),
        ("write-input", () => Native.MustOpen(target.Path, WriteOnly)),
        ("write-memory", () => Native.MustOpen("/proc/self/mem", WriteOnly)),
        ("create", () => Native.MustOpen(Fresh(target), WriteOnly | CreateNew, 0x180)),
        ("create-here", () => Native.MustOpen(Guid.NewGuid().ToString("N"), WriteOnly | CreateNew, 0x180)),
        ("create-folder", () => Directory.CreateDirectory(Fresh(target))),
        ("create-link", () => File.CreateSymbolicLink(Fresh(target), "/")),
        ("delete", () => File.Delete(Existing(target))),
        ("rename", () => File.Move(Existing(target), Fresh(target))),
        ("change-mode", () => Native.Must(Native.ChangeMode(target.Foreign, 0x1B6))),
        ("change-time", () => File.SetLastWriteTimeUtc(target.Foreign, DateTime.UnixEpoch)),
        ("truncate", () => Native.Must(Native.Truncate(target.Foreign, 3))),
        ("memory-file", () => Native.Must(Native.Call(319, Text("x")))), // memfd_create
        ("tcp", () => Connect(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp, new IPEndPoint(IPAddress.Loopback, target.Port))),
        ("udp", () => Connect(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp, new IPEndPoint(IPAddress.Loopback, target.Port))),
        ("unix-socket", () => Connect(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified, new UnixDomainSocketEndPoint(target.Socket))),
        ("netlink", () => _ = Native.Close((int)Native.Must(Native.Call(41, 16, 3)))), // socket(AF_NETLINK, SOCK_RAW)
        ("listen", () => Listen()),
        ("execute", () => Execute()),
        ("fork", () => Fork()),
        ("trace", () => Trace(target.Victim)),
        ("signal", () => Native.Must(Native.Call(62, target.Victim))), // kill with no signal: may one?
        ("signal-group", () => Native.Must(Native.Call(62))),
        ("signal-thread", () => Native.Must(Native.Call(234, target.Victim, target.Victim))), // tgkill
        ("limit-others", () => LimitOthers(target.Victim)),
        ("open-process", () => _ = Native.Close((int)Native.Must(Native.Call(434, target.Victim)))), // pidfd_open
        ("io-uring", () => IoUring()),
        ("event-channel", () => _ = Native.Close((int)Native.Must(Native.Call(294)))), // inotify_init1
        ("keys", () => Native.Must(Native.Call(250, 0, -3, 1))), // keyctl(GET_KEYRING_ID, session)
        ("namespace", () => Native.Must(Native.Call(272))), // unshare, of nothing
        ("dumpable", () => Native.Must(Native.Call(157, 4, 1))), // prctl(PR_SET_DUMPABLE)
        ("memory", () => Memory()),
    ];

    /// <summary>What must go on working.</summary>
    public static IEnumerable<(string Name, Action Do)> Needed(Target target) =>
    [
        ("read", () => File.ReadAllText(target.Path)),
        ("list", () => Directory.GetFiles(Path.GetDirectoryName(target.Path)!)),
        ("hash", () => System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(target.Path))),
        ("late-assembly", () => System.Xml.Linq.XElement.Parse("<a><b/></a>")),
        ("compile", () => System.Text.RegularExpressions.Regex.Replace("aaa", "a+", "b")),
        ("unpack", () => new System.IO.Compression.DeflateStream(new MemoryStream([3, 0]), System.IO.Compression.CompressionMode.Decompress).ReadByte()),
        ("threads", () => Parallel.For(0, 64, static i => GC.KeepAlive(new byte[10_000 + i]))),
        ("collect", GC.Collect),
    ];

    private static string Fresh(Target target) => Path.Combine(target.ForeignFolder, Guid.NewGuid().ToString("N"));

    // One of those the test laid there: what was deleted cannot be deleted again.
    private static string Existing(Target target) => Path.Combine(target.ForeignFolder, "spare-" + Interlocked.Increment(ref _spare));

    private static int _spare;

    private static nint Text(string text) => Marshal.StringToCoTaskMemUTF8(text);

    private static void Connect(AddressFamily family, SocketType type, ProtocolType protocol, EndPoint to)
    {
        using var socket = new Socket(family, type, protocol);
        socket.Connect(to);
        if (type == SocketType.Dgram)
            socket.Send([1]);
    }

    private static void Listen()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
    }

    private static void Execute()
    {
        using var process = Process.Start("/bin/true");
        process.WaitForExit();
    }

    // The child has one thread and no runtime to speak of: it may only leave.
    private static void Fork()
    {
        var child = Native.Call(57);
        if (child == 0)
            Native.Call(231);
        Native.Must(child);
        Native.Call(61, child); // wait4: no zombie
    }

    // Attached, stopped, seen to have stopped, left alone.
    private static void Trace(int victim)
    {
        Native.Must(Native.Call(101, 0x4206, victim)); // PTRACE_SEIZE
        Native.Call(101, 0x4207, victim); // PTRACE_INTERRUPT
        Native.Call(61, victim, 0, 0x40000000); // wait4, __WALL
        Native.Must(Native.Call(101, 17, victim)); // PTRACE_DETACH
    }

    private static unsafe void LimitOthers(int victim)
    {
        var limit = stackalloc ulong[2];
        Native.Must(Native.Call(302, victim, 4, 0, (nint)limit));
    }

    private static unsafe void IoUring()
    {
        var parameters = stackalloc byte[256];
        new Span<byte>(parameters, 256).Clear();
        _ = Native.Close((int)Native.Must(Native.Call(425, 1, (nint)parameters)));
    }

    private static unsafe void Memory()
    {
        const nuint size = 400 << 20;
        var memory = (byte*)NativeMemory.Alloc(size);
        for (nuint i = 0; i < size; i += 4096)
            memory[i] = 1;
        NativeMemory.Free(memory);
    }
}
