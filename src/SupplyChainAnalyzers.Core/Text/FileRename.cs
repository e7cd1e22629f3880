#if !NET
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace SupplyChainAnalyzers.Core.Text;

/// <summary>Gives a file the name of another in one step, which File.Move of netstandard2.0 cannot.</summary>
internal static class FileRename
{
#if NET
    /// <summary>Both paths lie in one folder.</summary>
    public static void Over(string source, string target) => File.Move(source, target, overwrite: true);
#else
    // MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH
    private const int ReplaceAndFlush = 1 | 8;

    /// <summary>Both paths lie in one folder.</summary>
    public static void Over(string source, string target)
    {
        var done = Path.DirectorySeparatorChar == '\\'
            ? MoveFileEx(source, target, ReplaceAndFlush)
            : Rename(Terminated(source), Terminated(target)) == 0;
        if (!done)
        {
            var error = new Win32Exception(Marshal.GetLastWin32Error());
            throw new IOException(error.Message, error);
        }
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int Rename(byte[] source, byte[] target);

    [DllImport("kernel32", EntryPoint = "MoveFileExW", CharSet = CharSet.Unicode, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool MoveFileEx(string source, string target, int flags);
#endif
}
