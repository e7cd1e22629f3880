using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A file the lock declares, on its way through the checks.</summary>
internal sealed class DeclaredFile(ModelFolder folder, ModelEntry model, ModelFile entry, string fullPath)
{
    /// <summary>Its model's folder.</summary>
    public ModelFolder Folder { get; } = folder;

    /// <summary>Its model.</summary>
    public ModelEntry Model { get; } = model;

    /// <summary>What the lock says of it.</summary>
    public ModelFile Entry { get; } = entry;

    /// <summary>Where the lock says it lies.</summary>
    public string FullPath { get; } = fullPath;

    /// <summary>What to open: <see cref="FullPath"/>, or the target of a link that may be followed.</summary>
    public string OpenPath { get; set; } = fullPath;

    /// <summary>Whether its model is to be verified.</summary>
    public bool IsInScope { get; set; }

    /// <summary>Whether it was found and nothing is wrong with it so far.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it was found by listing its model's folder, and not only by its path.</summary>
    public bool IsListed { get; set; }

    /// <summary>What the system says of <see cref="OpenPath"/>; null while it has not been asked.</summary>
    public FileStat? Stat { get; set; }

    /// <summary>Bytes on the disk.</summary>
    public long Size => Stat?.Size ?? -1;

    /// <summary>Whether nothing is wrong with it before it has been read, and its digest is declared.</summary>
    public bool IsAsLarge => IsOpen && Entry is { Sha256: not null, Size: { } size } && size == Size && Model.Presence != Presence.Built;

    /// <summary>SHA-256 of the bytes on the disk; null while they have not been hashed.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The format, by the first bytes or by the scanner; null while nobody has looked.</summary>
    public ModelFormat? Format { get; set; }

    /// <summary>What the scanner said of its content; null while it has not been asked.</summary>
    public Scanning.ScanResult? Content { get; set; }

    /// <summary>Its path as people know it: relative to the lock, in quotes.</summary>
    public string Name => Shown.Name(PathRules.Join(Model.Path, Entry.Path));

    /// <summary>The end of a message: what to do when the change is wanted.</summary>
    public string LockCommand => "run: models lock " + Model.Name;

    /// <summary>A fault of this file. It ends the file's way: one fault, one finding.</summary>
    public Finding Fault(Rule rule, Text.TextRegion region, string message)
    {
        IsOpen = false;
        return Note(rule, region, message);
    }

    /// <summary>SCA2101.</summary>
    public Finding Missing() =>
        Fault(Rules.FileMissing, Entry.Region, $"{Name} is missing{(Entry.Size is { } size ? $" ({Shown.Bytes(size)})" : "")}; restore it, or {LockCommand}");

    /// <summary>SCA2112.</summary>
    public Finding Unreadable(FileKind kind, string reason)
    {
        var why = kind switch
        {
            FileKind.Folder => "it is a folder",
            FileKind.Special => "it is a pipe, a socket or a device",
            FileKind.Missing => "it has just been removed",
            _ => Text.Printable.Of(reason),
        };
        return Fault(Rules.FileUnreadable, Entry.Region, $"{Name} cannot be read: {why}; restore the file, or {LockCommand}");
    }

    /// <summary>A remark on this file that further checks may add to.</summary>
    public Finding Note(Rule rule, Text.TextRegion region, string message) => new(rule, message)
    {
        Region = region,
        Model = Model.Name,
        Subject = FullPath,
        Sha256 = Sha256,
    };
}
