using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>A model that models.lock does not declare.</summary>
internal static class SCA1030
{
    public static object Run() => new InferenceSession("models/other/other.onnx");
}
