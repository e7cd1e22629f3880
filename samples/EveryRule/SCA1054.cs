using Microsoft.SemanticKernel;

namespace EveryRule;

/// <summary>Inference at whatever commit the hub chooses.</summary>
internal static class SCA1054
{
    public static IKernelBuilder Run(IKernelBuilder builder) => builder.AddHuggingFaceTextGeneration("acme/assistant");
}
