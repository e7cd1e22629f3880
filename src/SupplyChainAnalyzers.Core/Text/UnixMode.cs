namespace SupplyChainAnalyzers.Core.Text;

/// <summary>The permission bits of a file; nothing on Windows, where a folder's rights are inherited.</summary>
internal static class UnixMode
{
    /// <summary>Gives <paramref name="target"/> the mode of <paramref name="source"/>, when that is a file.</summary>
    public static void Copy(string source, string target)
    {
        if (Path.DirectorySeparatorChar == '\\' || !File.Exists(source))
            return;

#if NET
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, File.GetUnixFileMode(source));
#else
        // MSBuild runs the netstandard2.0 build on a .NET that has both; where it has not, there is no mode to ask for.
        if (typeof(File).GetMethod("GetUnixFileMode", [typeof(string)]) is { } get
            && typeof(File).GetMethod("SetUnixFileMode", [typeof(string), get.ReturnType]) is { } set)
        {
            set.Invoke(null, [target, get.Invoke(null, [source])]);
        }
#endif
    }

    /// <summary>0600: for this user alone. On Windows the folder's rights hold.</summary>
    public static void MakePrivate(string path)
    {
        if (Path.DirectorySeparatorChar == '\\')
            return;

#if NET
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
#else
        const int ownerOnly = 0x180; // 0600
        if (typeof(File).GetMethod("GetUnixFileMode", [typeof(string)]) is { } get
            && typeof(File).GetMethod("SetUnixFileMode", [typeof(string), get.ReturnType]) is { } set)
        {
            set.Invoke(null, [path, Enum.ToObject(get.ReturnType, ownerOnly)]);
        }
#endif
    }
}
