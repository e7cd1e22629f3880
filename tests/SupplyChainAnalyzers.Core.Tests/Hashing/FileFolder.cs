using System.ComponentModel;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

/// <summary>A folder of its own for a test's files.</summary>
internal sealed class FileFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hashing").FullName;
    private readonly Random _random = new(1);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public string this[string name] => Path.Combine(_root, name);

    /// <summary>A file of that many random bytes, the same in each run.</summary>
    public HashJob File(string name, int size) => File(name, Bytes(size));

    public HashJob File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(this[name], content);
        return new HashJob(this[name]);
    }

    public byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Other content of the same size, with the old modification time.</summary>
    public static void OverwriteUnseen(string path)
    {
        var modified = System.IO.File.GetLastWriteTimeUtc(path);
        var content = System.IO.File.ReadAllBytes(path);
        content[^1] ^= 1;
        using (var file = System.IO.File.OpenWrite(path))
            file.Write(content);
        System.IO.File.SetLastWriteTimeUtc(path, modified);
    }

    /// <summary>A pipe that nobody writes to.</summary>
    public string Pipe(string name)
    {
        if (MakeFifo(this[name], Convert.ToUInt32("600", 8)) != 0)
            throw new Win32Exception();
        return this[name];
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
