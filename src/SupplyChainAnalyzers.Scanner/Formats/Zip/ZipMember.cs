using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>One reading of one member.</summary>
/// <param name="Name">With folders; hostile.</param>
/// <param name="Content">Unpacked.</param>
/// <param name="IsPlain">Whether all headers agree about it: then its name says what loaders take it for.</param>
internal sealed record ZipMember(string Name, ByteSource Content, bool IsPlain);
