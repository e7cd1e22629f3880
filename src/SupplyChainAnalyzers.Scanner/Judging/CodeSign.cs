namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What byte code reaches.</summary>
/// <param name="What">Goes on after "which": "starts other programs (os.system)". Safe to show.</param>
/// <param name="Symbol">The name it is about, raw; empty when it is a text.</param>
/// <param name="IsSure">Whether no code of a model does so.</param>
internal sealed record CodeSign(string What, string Symbol, bool IsSure);
