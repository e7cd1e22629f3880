using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Scanner.Signatures.InToto;

/// <summary>An in-toto statement, version 1 (in-toto/attestation, spec/v1/statement.md): a claim about files.</summary>
/// <param name="Subjects">What it is about.</param>
/// <param name="PredicateType">What kind of claim.</param>
/// <param name="Predicate">The claim; null when there is none.</param>
internal sealed record Statement(IReadOnlyList<StatementSubject> Subjects, string PredicateType, JsonNode? Predicate);
