using System.IO;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>Native code from a folder that others write to.</summary>
internal static class SCA1022
{
    public static void Run(SessionOptions options) => options.RegisterCustomOpLibrary(Path.Combine(Path.GetTempPath(), "custom_ops.so"));
}
