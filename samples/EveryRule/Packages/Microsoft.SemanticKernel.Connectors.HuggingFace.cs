#nullable enable
namespace Microsoft.SemanticKernel
{
    public interface IKernelBuilder { }
    public static class HuggingFaceKernelBuilderExtensions
    {
        public static IKernelBuilder AddHuggingFaceTextGeneration(this IKernelBuilder builder, string model) => builder;
    }
}
