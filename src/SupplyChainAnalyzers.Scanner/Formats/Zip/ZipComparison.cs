namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// Where a member's two headers contradict each other such that loaders get different content (CVE-2025-1944). What ordinary
/// writers leave open or fill in later (sizes before a descriptor, zip64 placeholders) is no contradiction.
/// </summary>
internal static class ZipComparison
{
    private const ushort ComparedFlags = ZipRecord.EncryptedFlag | ZipRecord.PatchFlag | ZipRecord.StrongFlag | ZipRecord.MaskedFlag;

    /// <summary>What differs, to go on after "its headers disagree about"; empty when nothing does.</summary>
    public static IReadOnlyList<string> Differences(ZipRecord central, ZipRecord local)
    {
        var differences = new List<string>();
        if (!central.RawName.AsSpan().SequenceEqual(local.RawName))
            differences.Add("its name");
        if (central.Method != local.Method)
            differences.Add("how it is packed");
        if ((central.Flags & ComparedFlags) != (local.Flags & ComparedFlags))
            differences.Add("whether it is encrypted");
        if (Contradict(central.PackedSize, local.PackedSize, local) || Contradict(central.Size, local.Size, local))
            differences.Add("its size");
        if (Contradict(central.Crc, local.Crc, local))
            differences.Add("its checksum");

        return differences;
    }

    /// <summary>Whether a local number is meant, and is another.</summary>
    public static bool Contradict(long central, long local, ZipRecord header) =>
        central != local && !(header.HasDescriptor && local is 0 or uint.MaxValue);
}
