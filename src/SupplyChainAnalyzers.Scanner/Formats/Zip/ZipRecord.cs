namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// What a header says of a member: one of the central directory (APPNOTE 6.3.10 §4.3.12) or the one before the data
/// (§4.3.7). Nothing of it need be true.
/// </summary>
internal sealed record ZipRecord
{
    /// <summary>General purpose flags: 0 encrypted, 3 sizes follow the data, 5 patch, 6 strong encryption, 13 masked.</summary>
    public required ushort Flags { get; init; }

    /// <summary>0 stored, 8 deflate, 12 bzip2, 14 LZMA, 93 Zstandard, 95 xz, 99 AES.</summary>
    public required ushort Method { get; init; }

    public required uint Crc { get; init; }

    /// <summary>Bytes in the file.</summary>
    public required long PackedSize { get; init; }

    /// <summary>Bytes unpacked.</summary>
    public required long Size { get; init; }

    /// <summary>The name's bytes.</summary>
    public required byte[] RawName { get; init; }

    /// <summary>The name as text; hostile.</summary>
    public required string Name { get; init; }

    /// <summary>The name from the Info-ZIP Unicode path field (§4.6.9), which some programs prefer; null without one.</summary>
    public string? UnicodeName { get; init; }

    /// <summary>Where the local header stands.</summary>
    public required long Offset { get; init; }

    /// <summary>Bytes of the header itself, with name, extra field and comment.</summary>
    public required int HeaderLength { get; init; }

    /// <summary>Unix mode in the upper half, when <see cref="System"/> is 3; 0 in a local header.</summary>
    public uint Attributes { get; init; }

    /// <summary>What wrote it: 0 DOS, 3 Unix, 19 macOS.</summary>
    public byte System { get; init; }

    /// <summary>Whether the flags call it encrypted.</summary>
    public bool IsMarkedEncrypted => (Flags & (EncryptedFlag | StrongFlag)) != 0;

    /// <summary>Whether the local header may leave sizes and checksum to the descriptor behind the data.</summary>
    public bool HasDescriptor => (Flags & DescriptorFlag) != 0;

    /// <summary>Whether it is a symbolic link; its content is the target.</summary>
    public bool IsLink => System is 3 or 19 && (Attributes >> 16 & 0xF000) == 0xA000;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Name.EndsWith('/');

    internal const ushort EncryptedFlag = 1;
    internal const ushort DescriptorFlag = 1 << 3;
    internal const ushort PatchFlag = 1 << 5;
    internal const ushort StrongFlag = 1 << 6;
    internal const ushort Utf8Flag = 1 << 11;
    internal const ushort MaskedFlag = 1 << 13;
}
