using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>What Linux and macOS share.</summary>
internal abstract class UnixFileSystem : FileSystem
{
    // <sys/stat.h>, <errno.h>: the same numbers on both.
    private const int TypeMask = 0xF000;
    private const int FolderType = 0x4000;
    private const int FileType = 0x8000;
    private const int LinkType = 0xA000;
    private const int NoEntry = 2;
    private const int PermissionDenied = 13;
    private const int NotAFolder = 20;
    private const int WritableByOthers = 0x12; // 022
    private const int OwnerOnlyFolder = 0x1C0; // 0700
    private const int OwnerOnlyFile = 0x180; // 0600
    private const int PermissionMask = 0xFFF;

    /// <summary>
    /// O_RDONLY | O_NONBLOCK | O_CLOEXEC: a pipe put in the file's place after it was looked at opens at once
    /// instead of waiting for a writer; for a regular file O_NONBLOCK means nothing.
    /// </summary>
    protected abstract int OpenFlags { get; }

    public sealed override FileStream OpenRead(string path)
    {
        var descriptor = Open(Terminated(path), OpenFlags);
        if (descriptor < 0)
            throw Error(Marshal.GetLastWin32Error());

        var handle = new SafeFileHandle((IntPtr)descriptor, ownsHandle: true);
        if (Stat(handle).Kind != FileKind.File)
        {
            handle.Dispose();
            throw new IOException("not a regular file");
        }

        return new FileStream(handle, FileAccess.Read, 1, isAsync: false);
    }

    public sealed override bool IsPrivate(FileStat stat) =>
        stat.Owner == EffectiveUser() && stat.Permissions >= 0 && (stat.Permissions & WritableByOthers) == 0;

    // Temporary and final name lie in a folder of mode 0700, so the moment before chmod shows the file to nobody. It is not
    // flushed to the disk: a torn file after a power cut fails its checksum and counts as empty.
    public sealed override void WritePrivately(string folder, string name, byte[] content)
    {
        MakePrivateFolder(folder);
        var temporary = Path.Combine(folder, name + "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                file.Write(content, 0, content.Length);
            if (ChangeMode(Terminated(temporary), OwnerOnlyFile) != 0)
                throw Error(Marshal.GetLastWin32Error());
            FileRename.Over(temporary, Path.Combine(folder, name));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A path as C takes it.</summary>
    protected static byte[] Terminated(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, 0, path.Length, bytes, 0);
        return bytes;
    }

    /// <summary>The answer to a call that failed.</summary>
    protected static FileStat Failed(int error) => new()
    {
        Kind = error is NoEntry or NotAFolder ? FileKind.Missing : FileKind.Unreadable,
        Reason = new Win32Exception(error).Message,
    };

    /// <summary>The answer to a call that found something.</summary>
    protected static FileStat Found(int mode, long owner, FileIdentity identity) => new()
    {
        Kind = (mode & TypeMask) switch
        {
            FileType => FileKind.File,
            FolderType => FileKind.Folder,
            _ => FileKind.Special,
        },
        IsLink = (mode & TypeMask) == LinkType,
        Identity = identity,
        Owner = owner,
        Permissions = mode & PermissionMask,
    };

    private static void MakePrivateFolder(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (!string.IsNullOrEmpty(parent) && !Directory.Exists(parent))
            MakePrivateFolder(parent!);
        if (!Directory.Exists(path) && MakeFolder(Terminated(path), OwnerOnlyFolder) != 0 && !Directory.Exists(path))
            throw Error(Marshal.GetLastWin32Error());
    }

    private static Exception Error(int error)
    {
        var message = new Win32Exception(error).Message;
        return error switch
        {
            NoEntry or NotAFolder => new FileNotFoundException(message),
            PermissionDenied => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    // "libc" finds glibc, musl and macOS' libSystem; the search paths keep a file of that name beside this assembly out of it.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFolder(byte[] path, int mode);

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeMode(byte[] path, int mode);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
