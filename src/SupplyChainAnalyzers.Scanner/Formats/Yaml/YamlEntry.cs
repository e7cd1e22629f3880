namespace SupplyChainAnalyzers.Scanner.Formats.Yaml;

/// <summary>A value of a YAML text, or a tag.</summary>
/// <param name="Key">The name it lies under; in a list, that of the list.</param>
/// <param name="Around">Names around it, from the inside out.</param>
/// <param name="Value">The scalar; empty when there is none.</param>
/// <param name="Tag">Resolved; empty when there is none.</param>
/// <param name="Index">0 in a list, else -1.</param>
/// <param name="Offset">Characters before it.</param>
internal readonly record struct YamlEntry(string Key, IReadOnlyList<string> Around, string Value, string Tag, int Index, int Offset);
