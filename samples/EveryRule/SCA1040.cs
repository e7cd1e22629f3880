using System;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>A path that the user types.</summary>
internal static class SCA1040
{
    public static object Run() => new InferenceSession(Console.ReadLine()!);
}
