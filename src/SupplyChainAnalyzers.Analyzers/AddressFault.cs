using System.Collections.Immutable;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>What is wrong with an address.</summary>
/// <param name="Start">Where the fault stands in the address's text.</param>
/// <param name="Length">How many characters it is.</param>
/// <param name="Arguments">For the rule's message.</param>
/// <param name="Properties">What a code fix needs; null when there is nothing right to be done.</param>
/// <param name="ContextStart">Where the text starts that has to be in the same literal, or a change there could hit other addresses.</param>
/// <param name="ContextEnd">Where it ends.</param>
internal sealed record AddressFault(int Start, int Length, object[] Arguments, ImmutableDictionary<string, string?>? Properties, int ContextStart, int ContextEnd);
