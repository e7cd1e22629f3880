namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>What a file name alone says: used for downloads, where there are no bytes to look at yet.</summary>
public static class ModelFileName
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".onnx", ".ort", ".onnx_data", ".safetensors", ".gguf", ".ggml", ".llamafile",
        ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib", ".dill", ".skops", ".npy", ".npz",
        ".h5", ".hdf5", ".keras", ".pb", ".tflite", ".mlmodel", ".mlpackage", ".nemo", ".mar",
        ".pdmodel", ".pdiparams", ".caffemodel", ".weights", ".t7", ".engine", ".trt", ".rknn", ".pte", ".msgpack",
    };

    // .bin and .data are everything and nothing: only the names that model tools write count.
    private static readonly string[] BinaryPrefixes = ["ggml", "pytorch_model", "model", "adapter_model", "openvino", "tf_model", "diffusion_pytorch_model"];

    /// <summary>Whether a file of this name is a model, most likely.</summary>
    public static bool IsModel(string name)
    {
        var extension = Path.GetExtension(name);
        if (Extensions.Contains(extension))
            return true;

        if (!extension.Equals(".bin", StringComparison.OrdinalIgnoreCase) && !extension.Equals(".data", StringComparison.OrdinalIgnoreCase))
            return false;

        foreach (var prefix in BinaryPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // What exporters write beside model.onnx: model.onnx.data.
        return Path.GetFileNameWithoutExtension(name).EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);
    }
}
