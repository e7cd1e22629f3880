using Microsoft.ML.OnnxRuntimeGenAI;

namespace EveryRule;

/// <summary>An adapter that models.lock does not declare.</summary>
internal static class SCA1070
{
    public static void Run(Adapters adapters) => adapters.LoadAdapter("adapters/support.onnx_adapter", "support");
}
