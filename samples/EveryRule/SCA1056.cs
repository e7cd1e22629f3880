using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace EveryRule;

/// <summary>A server that models.policy.json does not list.</summary>
internal static class SCA1056
{
    public static object Run(IServiceCollection services, string key) =>
        services.AddOpenAIChatCompletion("gpt-4o-2024-08-06", new Uri("https://gateway.example.com/v1"), key);
}
