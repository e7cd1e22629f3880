using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Names that TFOpLambda and SlicingOpLambda layers look up under <c>tf.</c> (keras/layers/core/tf_op_layer.py): <c>math.multiply</c>,
/// <c>__operators__.getitem</c>, <c>compat.v1.nn.conv2d</c>.
/// </summary>
internal static class TensorFlowNames
{
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "math", "nn", "linalg", "signal", "strings", "random", "bitwise", "sparse", "ragged", "sets", "quantization", "audio", "__operators__", "dtypes", "nest", "image", "keras.backend",
        "keras.activations", "keras.losses", "keras.metrics", "keras.ops", "keras.initializers",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dangerous = new[]
    {
        "py_function", "py_func", "numpy_function", "load_library", "load_op_library", "load_file_system_library", "read_file", "write_file", "matching_files", "gfile",
        "saved_model", "train", "data", "lookup", "summary", "profiler", "distribute", "import_graph_def", "load_model", "get_file", "deserialize", "eager_py_func",
        "WriteFile", "ReadFile", "PyFunc", "EagerPyFunc", "PyFuncStateless", "parallel_stack_from_file", "autograph", "sysconfig", "debugging", "tpu", "raw_ops", "dump",
        "enable_unsafe_deserialization", "deserialize_keras_object", "system", "eval", "exec", "print", "func_load",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is known of the function; <see cref="Judging.CallableRisk.Unknown"/> when it is on no list.</summary>
    public static Judging.CallableRisk Judge(string name)
    {
        var parts = name.Split('.');
        if (Array.Exists(parts, Dangerous.Contains) || Array.Exists(parts, static part => part.StartsWith("__", StringComparison.Ordinal) && part != "__operators__"))
            return Judging.CallableRisk.Dangerous;
        if (!Array.TrueForAll(parts, IsIdentifier))
            return Judging.CallableRisk.Unknown;

        // io holds decoders of images and numbers beside readers and writers of files, which are caught above.
        var section = string.Join('.', parts.SkipWhile(static part => part is "tf" or "tensorflow" or "compat" or "v1" or "v2").SkipLast(1));
        return section.Length == 0 || Harmless.Contains(section) || Harmless.Contains(section.Split('.')[0]) || (section == "io" && parts[^1].StartsWith("decode_", StringComparison.Ordinal))
            ? Judging.CallableRisk.Harmless
            : Judging.CallableRisk.Unknown;
    }

    private static bool IsIdentifier(string part) => part.Length > 0 && part.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
