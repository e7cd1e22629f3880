using System;
using OllamaSharp;

namespace EveryRule;

/// <summary>A tag, which can be pushed again.</summary>
internal static class SCA1052
{
    public static object Run() => new OllamaApiClient(new Uri("http://localhost:11434"), "gpt-oss:20b");
}
