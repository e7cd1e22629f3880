namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// ONNX Runtime refused a model or failed in it. The one exception of the engine that is about a model: whatever ONNX Runtime, or its managed
/// part, throws becomes this one.
/// </summary>
/// <param name="stage">Where: loading or running.</param>
/// <param name="reason">What, with text of the model in it: raw, hostile, of any length.</param>
/// <param name="inner">As ONNX Runtime said it.</param>
internal sealed class OnnxException(OnnxStage stage, string reason, Exception? inner = null) : Exception($"{Words(stage)}: {reason}", inner)
{
    public OnnxStage Stage { get; } = stage;

    private static string Words(OnnxStage stage) => stage == OnnxStage.Load ? "the model cannot be loaded" : "the model cannot be run";
}
