namespace SupplyChainAnalyzers.Architecture.Tests.Compiled;

/// <summary>
/// What the scanner must not be able to do by itself, whatever a file says: find code by its name, start anything, open a
/// socket, write a file. What the kernel refuses it (docs/concepts/isolation.md) is the second line, this is the first.
/// </summary>
internal static class ScannerRules
{
    /// <summary>Whole types and namespaces.</summary>
    private static readonly string[] Closed =
    [
        "System.Activator", "System.AppDomain", "System.AppContext.", "System.Runtime.Loader.", "System.Reflection.Emit.", "System.Linq.Expressions.",
        "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.Serialization.", "System.Xml.Serialization.", "System.Xml.Xsl.", "System.CodeDom.",
        "System.Diagnostics.Process", "System.Net.", "System.IO.Pipes.", "System.IO.IsolatedStorage.", "System.IO.FileSystemWatcher", "System.IO.MemoryMappedFiles.",
        "System.IO.FileStream", "System.Xml.XmlUrlResolver", "System.Threading.Mutex", "Microsoft.CSharp.", "Microsoft.Win32.Registry", "System.Management.",
    ];

    /// <summary>Of these types, only the named members; "*" is any.</summary>
    private static readonly Dictionary<string, string[]> Open = new()
    {
        ["System.IO.File"] = ["Exists", "OpenHandle", "ResolveLinkTarget"],
        ["System.IO.Directory"] = ["Exists"],
        ["System.IO.FileSystemInfo"] = ["get_Name", "get_FullName", "get_Exists", "get_Attributes", "get_LinkTarget", "ResolveLinkTarget"],
        ["System.IO.DirectoryInfo"] = [".ctor", "EnumerateFileSystemInfos"],
        ["System.IO.FileInfo"] = [".ctor", "get_Exists", "get_Length"],
        ["System.Type"] = ["GetTypeFromHandle", "get_Assembly", "op_Equality", "op_Inequality", "get_Name"],
        ["System.Reflection.Assembly"] = ["GetManifestResourceStream", "get_Location"],
        ["System.Reflection.CustomAttributeExtensions"] = ["GetCustomAttribute"],
        ["System.Reflection.AssemblyInformationalVersionAttribute"] = ["*"],
        ["System.Reflection.MemberInfo"] = ["get_Name"],
        ["System.Reflection.DefaultMemberAttribute"] = ["*"],
        ["System.Environment"] = ["Exit", "get_ProcessPath", "get_ProcessId", "get_CurrentDirectory", "get_NewLine", "get_CurrentManagedThreadId", "get_ProcessorCount", "get_TickCount64"],
    };

    /// <summary>What one type alone may use, and why it must.</summary>
    private static readonly HashSet<(string From, string Target)> Exceptions =
    [
        // the request on its way to the second stage, in memory
        ("SupplyChainAnalyzers.Scanner.Sandbox.Linux.HandedRequest", "System.IO.RandomAccess::Write"),

        // a conversion's one output, which the launcher made and alone may be opened for writing
        ("SupplyChainAnalyzers.Scanner.Conversion.SafeTensorsOutput", "System.IO.RandomAccess::Write"),

        // ONNX Runtime, by its absolute path and hash; its telemetry must be off before
        ("SupplyChainAnalyzers.Scanner.Behavior.Engine.NativeRuntime", "System.Runtime.InteropServices.NativeLibrary::Load"),
        ("SupplyChainAnalyzers.Scanner.Behavior.Engine.NativeRuntime", "System.Runtime.InteropServices.NativeLibrary::SetDllImportResolver"),
        ("SupplyChainAnalyzers.Scanner.Behavior.Engine.NativeRuntime", "System.Environment::GetEnvironmentVariable"),

        // a stream that reads, over a handle that InputFile opened
        ("SupplyChainAnalyzers.Scanner.Signatures.Oms.DiskModel", "System.IO.FileStream::.ctor"),
    ];

    /// <summary>Native functions, all of them for the confinement or for opening a file without waiting.</summary>
    public static readonly string[] Imports =
    [
        "libc::syscall", "libc::prctl", "libc::open", "libc::close", "libc::fcntl", "libc::socket", "libc::execve", "libc::memfd_create", "libc::setrlimit", "libc::setsid",
        "libSystem::sandbox_init", "libSystem::open", "libSystem::close", "libSystem::socket",
        "kernel32::CreateJobObjectW", "kernel32::SetInformationJobObject", "kernel32::AssignProcessToJobObject", "kernel32::GetCurrentProcess", "kernel32::CloseHandle",
        "advapi32::OpenProcessToken", "advapi32::SetTokenInformation",
    ];

    public static bool Allows(CompiledCall call)
    {
        if (Exceptions.Contains((call.From, call.Target)))
            return true;
        if (call.Target == "System.IO.RandomAccess::Write" || call.Target == "System.IO.StreamWriter::.ctor")
            return false;
        if (Open.TryGetValue(call.Type, out var members))
            return members.Contains("*") || members.Contains(call.Member);

        return !Closed.Any(closed => closed.EndsWith('.') ? call.Type.StartsWith(closed, StringComparison.Ordinal) : call.Type == closed)
            && !call.Type.StartsWith("System.Reflection.", StringComparison.Ordinal);
    }
}
