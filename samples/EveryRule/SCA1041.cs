using System.IO;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>A model in the folder for temporary files.</summary>
internal static class SCA1041
{
    public static object Run() => new InferenceSession(Path.Combine(Path.GetTempPath(), "ner.onnx"));
}
