using System.IO;
using System.IO.Compression;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>An archive's entries, written where their names say.</summary>
internal static class SCA1042
{
    public static object Run(ZipArchive archive, string folder)
    {
        foreach (var entry in archive.Entries)
            entry.ExtractToFile(Path.Combine(folder, entry.FullName));

        return new InferenceSession(Path.Combine(folder, "model.onnx"));
    }
}
