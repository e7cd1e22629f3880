using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// Programs under a model's name, or in an archive of models. A library with a library's name is what it says; it still runs
/// when something loads it.
/// </summary>
internal sealed class NativeProgramCheck : IContentCheck
{
    private static readonly string[] Models = [".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib", ".h5", ".hdf5", ".keras", ".onnx", ".pb", ".tflite", ".gguf", ".safetensors", ".npy", ".npz", ".nemo", ".mar"];
    private static readonly string[] Libraries = [".so", ".dll", ".dylib", ".pyd", ".exe", ".o", ".bundle", ".node"];

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (format == ModelFormats.Llamafile || NativeProgram.Find(source, 0) is not { } program)
            return;
        if (program == NativeProgram.Script && !Array.Exists(Models, suffix => context.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
            return;

        var isNamedSo = Array.Exists(Libraries, suffix => context.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) || context.Name.Contains(".so.", StringComparison.OrdinalIgnoreCase);
        if (isNamedSo)
            context.Report(Rules.EmbeddedExecutable, $"is {program} beside a model; run it only if you know where it is from", 0, Severity.Medium);
        else
            context.Report(Rules.EmbeddedExecutable, $"is {program} under the name of something else; do not use it", 0);
    }
}
