using SupplyChainAnalyzers.Core.Locking.Discovery;

namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>Whether a folder is one model of several files, by the names that model hubs and frameworks give them.</summary>
internal static class HubLayout
{
    // Settings, vocabularies and indexes that lie beside weights.
    private static readonly HashSet<string> Companions = new(StringComparer.Ordinal)
    {
        "config.json", "generation_config.json", "preprocessor_config.json", "processor_config.json", "image_processor_config.json",
        "feature_extractor_config.json", "video_preprocessor_config.json", "adapter_config.json", "quantize_config.json",
        "quantization_config.json", "scheduler_config.json", "genai_config.json", "params.json", "model_index.json", "modules.json",
        "sentence_bert_config.json", "config_sentence_transformers.json", "tokenizer.json", "tokenizer_config.json", "tokenizer.model",
        "special_tokens_map.json", "added_tokens.json", "chat_template.json", "chat_template.jinja", "normalizer.json", "vocab.json",
        "vocab.txt", "merges.txt", "spiece.model", "source.spm", "target.spm", "sentencepiece.bpe.model", "preprocessor.json",
    };

    // Names that say nothing but "the model of this folder".
    private static readonly string[] WeightNames =
    [
        "model", "pytorch_model", "tf_model", "flax_model", "rust_model", "adapter_model", "diffusion_pytorch_model", "open_clip_pytorch_model",
        "open_clip_model", "consolidated", "ggml-model", "encoder_model", "decoder_model", "decoder_model_merged", "decoder_with_past_model",
        "openvino_model", "saved_model", "weights",
    ];

    // Formats that are folders.
    private static readonly string[] FolderExtensions = [".mlpackage", ".mlmodelc"];

    /// <summary>Whether files of this name accompany a model.</summary>
    public static bool IsCompanion(string name) =>
        Companions.Contains(name) || name.EndsWith(".safetensors.index.json", StringComparison.Ordinal) || name.EndsWith(".bin.index.json", StringComparison.Ordinal);

    /// <summary>Whether a model file's stem is one of those every model has, so that its folder names it better.</summary>
    public static bool IsGenericStem(string stem) => Array.IndexOf(WeightNames, stem) >= 0;

    /// <summary>
    /// Whether <paramref name="folder"/> is one model: a SavedModel or a Core ML package; two companions and a model
    /// anywhere below; or one companion and, beside it, weights of a generic name. A lone config.json beside models with
    /// names of their own says nothing: applications have one too.
    /// </summary>
    public static bool IsModel(FoundFolder folder)
    {
        if (folder.Files.Any(static file => file.Name == "saved_model.pb") || FolderExtensions.Contains(System.IO.Path.GetExtension(folder.Name)))
            return HasModel(folder);

        var companions = folder.Files.Count(static file => IsCompanion(file.Name));
        return companions switch
        {
            0 => false,
            1 => folder.Files.Any(static file => file.IsModel && !IsCompanion(file.Name) && IsGenericStem(FileStem.Of(file.Name))),
            _ => HasModel(folder),
        };
    }

    // A tokenizer alone is a model by its format, and worth a lock as well.
    private static bool HasModel(FoundFolder folder) => folder.AllFiles.Any(static file => file.IsModel);
}
