namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>What a listed member takes up in the file, without a descriptor behind it.</summary>
internal readonly record struct ZipExtent(long Start, long End, ZipRecord Central, ZipRecord Local);
