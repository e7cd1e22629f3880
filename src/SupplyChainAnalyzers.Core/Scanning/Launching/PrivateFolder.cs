#if !NET
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>An empty working folder that only this user can enter, and that goes away.</summary>
internal sealed class PrivateFolder : IDisposable
{
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public PrivateFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, "supplychain-" + Guid.NewGuid().ToString("N"));
        Create(Path);
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process that was just killed may still hold it; the folder of temporary files is cleaned by others too.
        }
    }

#if NET
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path); // the user's own temporary folder hands its access list down
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
#else
    private const uint OwnerOnly = 0x1C0; // 0700

    private static void Create(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            Directory.CreateDirectory(path);
        else if (MakeDirectory(Encoding.UTF8.GetBytes(path + '\0'), OwnerOnly) != 0)
            throw new IOException(new Win32Exception(Marshal.GetLastWin32Error()).Message);
    }

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int MakeDirectory(byte[] path, uint mode);
#endif
}
