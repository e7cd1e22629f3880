using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>Which files behavioural checks are for: ONNX models, which are run, and weights, which are looked at where the lock asks for it.</summary>
internal static class CheckedFiles
{
    /// <summary>Whether a file of this format can be checked. Of weights in several parts the first part stands for all.</summary>
    public static bool CanBeChecked(DeclaredFile file, ModelFormat? format) =>
        format == ModelFormats.Onnx || (IsWeights(format) && file.Model.Behavior is not null && ModelParts.Of(file.FullPath)[0] == file.FullPath);

    /// <summary>The one file of a model that is meant when it is called by its name: its ONNX model, or its weights; null when there is none, or several.</summary>
    public static DeclaredFile? Of(IEnumerable<DeclaredFile> files)
    {
        var open = files.Where(static file => file.IsOpen).ToList();
        var found = open.FindAll(static file => file.Format == ModelFormats.Onnx);
        if (found.Count == 0)
            found = open.FindAll(static file => IsWeights(file.Format) && ModelParts.Of(file.FullPath)[0] == file.FullPath);
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsWeights(ModelFormat? format) => format == ModelFormats.SafeTensors || format == ModelFormats.Gguf;
}
