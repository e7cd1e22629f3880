#nullable enable
namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection { }
}

namespace Microsoft.SemanticKernel
{
    public static class OpenAIServiceCollectionExtensions
    {
        public static Extensions.DependencyInjection.IServiceCollection AddOpenAIChatCompletion(
            this Extensions.DependencyInjection.IServiceCollection services, string modelId, System.Uri endpoint, string? apiKey = null) => services;
    }
}
