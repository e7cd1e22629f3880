namespace SupplyChainAnalyzers.Scanner.Behavior.Golden;

/// <summary>What a model gave when somebody vouched for it, for inputs that can be had again.</summary>
/// <param name="Count">Inputs.</param>
/// <param name="ProbeSha256">Of the probe whose first inputs they are; null where they are <see cref="GoldenInputs"/>' own.</param>
/// <param name="Outputs">In the model's order.</param>
internal sealed record GoldenFile(int Count, string? ProbeSha256, IReadOnlyList<GoldenOutput> Outputs);
