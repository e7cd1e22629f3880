using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupplyChainAnalyzers.Core.Hashing.Native;

/// <summary>What hashing asks of a system beyond System.IO: identities, change times, and an open that can't hang.</summary>
internal abstract class FileSystem
{
    public static FileSystem Current { get; } = Choose();

    /// <summary>Never throws.</summary>
    public abstract FileStat Stat(string path, bool follow);

    /// <summary>Never throws.</summary>
    public abstract FileStat Stat(SafeFileHandle file);

    /// <summary>Opens for reading what is expected to be a regular file; others may write it meanwhile.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public abstract FileStream OpenRead(string path);

    /// <summary>Whether the file system of this path is a local one whose change time no program can set.</summary>
    public abstract bool KeepsChangeTime(string path);

    /// <summary>Whether the folder or file belongs to the user of this process and nobody else can write it.</summary>
    public abstract bool IsPrivate(FileStat stat);

    /// <summary>
    /// Writes a file that nobody else can read, whole or not at all, in a folder made likewise where it is missing.
    /// </summary>
    /// <exception cref="IOException">It can't be written; what was there before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public abstract void WritePrivately(string folder, string name, byte[] content);

    private static FileSystem Choose()
    {
        try
        {
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
                return new LinuxFileSystem() is { IsSupported: true } linux ? linux : new PortableFileSystem();
            if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
                return new MacFileSystem() is { IsSupported: true } mac ? mac : new PortableFileSystem();
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
                return new WindowsFileSystem();
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library without these calls: no identities, so no cache, but hashing works.
        }

        return new PortableFileSystem();
    }
}
