using SupplyChainAnalyzers.Core.Hashing.Native;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>What the system says of a path without opening it: one call, two for a symbolic link.</summary>
public sealed class FileStat
{
    /// <summary>What is there, links followed.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>Whether the path itself is a symbolic link or junction.</summary>
    public bool IsLink { get; init; }

    /// <summary>Which file; default when <see cref="Kind"/> is Missing or Unreadable.</summary>
    public FileIdentity Identity { get; init; }

    /// <summary>Bytes.</summary>
    public long Size => Identity.Size;

    /// <summary>The system's words when <see cref="Kind"/> is Missing or Unreadable; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Owner's number; -1 where there is none.</summary>
    internal long Owner { get; init; } = -1;

    /// <summary>Permission bits as in <c>chmod</c>; -1 where there are none.</summary>
    internal int Permissions { get; init; } = -1;

    /// <summary>Never throws and never blocks on the file.</summary>
    /// <param name="path">Absolute.</param>
    public static FileStat Of(string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
            return new FileStat { Kind = FileKind.Unreadable, Reason = "no such name is possible" };

        var itself = FileSystem.Current.Stat(path, follow: false);
        return itself.IsLink ? FileSystem.Current.Stat(path, follow: true).AsLink() : itself;
    }

    private FileStat AsLink() => new()
    {
        Kind = Kind,
        IsLink = true,
        Identity = Identity,
        Reason = Reason,
        Owner = Owner,
        Permissions = Permissions,
    };
}
