using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>Which names of which modules a Keras configuration may name. Default deny: what is on no list is not harmless.</summary>
/// <remarks>
/// Module paths are those of Keras 2.0 to 3.12 and tf.keras (keras-team/keras: <c>keras/api</c>, <c>keras/src</c>). Members that load files, fetch,
/// deserialize or switch the safe mode off are the gadgets of CVE-2025-8747, CVE-2025-9906 and CVE-2025-12060.
/// </remarks>
internal static class KerasModules
{
    private static readonly string[] Roots = ["keras", "tensorflow.keras", "tensorflow.python.keras", "tf.keras", "tf_keras", "keras_core", "keras_nlp", "keras_hub", "keras_cv", "keras_rs"];

    // Between the root and the section: ways the packages were laid out over the years.
    private static readonly FrozenSet<string> Layout = new[] { "src", "api", "_v1", "_v2", "v1", "v2", "keras", "_tf_keras", "experimental", "legacy" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ClassSections = new[]
    {
        "", "layers", "models", "engine", "optimizers", "optimizer_v1", "optimizer_v2", "losses", "metrics", "initializers", "regularizers", "constraints", "activations",
        "dtype_policies", "mixed_precision", "random", "quantizers", "ops", "premade", "premade_models", "feature_column", "tokenizers", "samplers", "feature_extraction",
        "bounding_box", "keypoint", "backend", "backprop", "tree", "saving", "distillation", "wrappers", "applications",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FunctionSections = new[]
    {
        "activations", "losses", "metrics", "initializers", "regularizers", "constraints", "ops", "optimizers", "layers", "nn", "backend", "quantizers",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dangerous = new[]
    {
        "get_file", "load_model", "load_weights", "load_img", "save_img", "save_model", "save_weights", "load_data", "func_load", "func_dump", "enable_unsafe_deserialization",
        "deserialize", "deserialize_keras_object", "model_from_json", "model_from_yaml", "model_from_config", "clone_model", "image_dataset_from_directory",
        "text_dataset_from_directory", "audio_dataset_from_directory", "timeseries_dataset_from_array", "plot_model", "model_to_dot", "extract_archive", "get_source_inputs",
        "custom_object_scope", "CustomObjectScope", "register_keras_serializable", "enable_interactive_logging", "set_backend", "import_module", "LazyModule", "OrtModule",
        "ModelCheckpoint", "BackupAndRestore", "CSVLogger", "TensorBoard", "RemoteMonitor", "LambdaCallback", "ProgbarLogger", "SwapEMAWeights", "HDF5Matrix", "ExportArchive",
        "H5IOStore", "DiskIOStore", "NpzIOStore", "OrbaxCheckpoint", "from_preset", "load_from_preset", "numpy_function", "py_function", "eval", "exec",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Companions = new[]
    {
        "autokeras", "bayesflow", "deepctr", "dgl", "efficientnet", "keras_applications", "keras_bert", "keras_contrib", "keras_cv_attention_models", "keras_efficientnet_v2",
        "keras_multi_head", "keras_pos_embd", "keras_preprocessing", "keras_self_attention", "keras_tuner", "keras_unet_collection", "kgcnn", "larq", "official", "qkeras",
        "segmentation_models", "spektral", "stellargraph", "tcn", "tensorflow_addons", "tensorflow_decision_forests", "tensorflow_hub", "tensorflow_model_optimization",
        "tensorflow_models", "tensorflow_probability", "tensorflow_ranking", "tensorflow_recommenders", "tensorflow_text", "tf2crf", "tfimm", "tf_models", "vit_keras",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the module belongs to Keras or one of its official companions.</summary>
    public static bool IsKeras(string module) => Root(module) is not null;

    /// <summary>Whether the module belongs to a package of layers that many models use.</summary>
    public static bool IsCompanion(string module) => Companions.Contains(module.Split('.', 2)[0]);

    /// <summary>Whether a member of Keras loads, fetches, writes or unlocks something when it is called.</summary>
    public static bool IsDangerous(string module, string name)
    {
        var path = (module + "." + name).Split('.');
        return path.Any(Dangerous.Contains) || Section(module) is "config" or "callbacks" or "datasets" or "export" or "distribution";
    }

    /// <summary>Whether a class or function of Keras computes and does nothing else.</summary>
    public static bool IsHarmless(string module, string name, bool isFunction)
    {
        if (!IsIdentifier(name) || IsDangerous(module, name))
            return false;

        return isFunction
            ? FunctionSections.Contains(Section(module)) && name is not ("get" or "serialize")
            : char.IsAsciiLetterUpper(name[0]) && ClassSections.Contains(Section(module));
    }

    private static bool IsIdentifier(string name) => name.Length > 0 && name[0] != '_' && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Section(string module)
    {
        if (Root(module) is not { } root)
            return module;

        foreach (var part in module[root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Layout.Contains(part))
                return part;
        }

        return "";
    }

    private static string? Root(string module) =>
        Array.Find(Roots, root => module.StartsWith(root, StringComparison.Ordinal) && (module.Length == root.Length || module[root.Length] == '.'));
}
