namespace SupplyChainAnalyzers.Scanner.Signatures.InToto;

/// <summary>A file that a statement is about.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Digests">Digests by algorithm, lower-case hex.</param>
internal sealed record StatementSubject(string Name, IReadOnlyDictionary<string, string> Digests);
