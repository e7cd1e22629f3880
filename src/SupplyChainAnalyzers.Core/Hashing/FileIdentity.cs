using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Which file this is and when it changed. Size and modification time alone can be set back by any program after it wrote;
/// the change time is the kernel's own and moves with every write, rename and change of attributes.
/// </summary>
/// <param name="Device">Number of the file system.</param>
/// <param name="Inode">Number of the file in it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedNs">Last write, nanoseconds since 1970.</param>
/// <param name="ChangedNs">Last change of content or attributes, nanoseconds since 1970; 0 where the system keeps none that a program can't set.</param>
public readonly record struct FileIdentity(long Device, long Inode, long Size, long ModifiedNs, long ChangedNs)
{
    /// <summary>Whether <see cref="ChangedNs"/> is there, without which nothing is remembered of a file.</summary>
    public bool HasChangeTime => ChangedNs != 0;

    /// <summary>Of an open file, whatever its path holds by now.</summary>
    public static FileIdentity Of(FileStream file) => FileSystem.Current.Stat(file.SafeFileHandle).Identity;
}
