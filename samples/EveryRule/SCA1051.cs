using System;
using OllamaSharp;

namespace EveryRule;

/// <summary>A model of a local server without a tag.</summary>
internal static class SCA1051
{
    public static object Run() => new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2");
}
