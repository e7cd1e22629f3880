namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>What the engine was at when a model failed.</summary>
internal enum OnnxStage
{
    Load,
    Run,
}
