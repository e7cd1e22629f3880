using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>A declared model, opened by its path.</summary>
internal static class SCA1031
{
    public static object Run() => new InferenceSession("models/fraud-finbert/model.onnx");
}
