namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>One entry of the central directory, as far as it tells what the archive is.</summary>
internal readonly record struct ZipEntry(string Name, bool IsEncrypted);
