namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>The functions of Python libraries that take a hub repository and a revision.</summary>
internal static class HubFunctions
{
    // Whose from_pretrained downloads from the hub and takes a revision.
    private static readonly HashSet<string> Libraries = new(StringComparer.Ordinal)
    {
        "transformers", "diffusers", "huggingface_hub", "peft", "optimum", "tokenizers", "adapters", "setfit", "auto_gptq", "awq", "trl", "unsloth",
        "span_marker", "gliner", "sentence_transformers", "accelerate", "petals", "intel_extension_for_transformers", "auto_round",
    };

    private static readonly string[] PretrainedNames =
    [
        "pretrained_model_name_or_path", "model_name_or_path", "pretrained_model_or_path", "pretrained_model_link_or_path", "pretrained_model_name", "model_id",
        "model_name", "repo_id", "identifier", "save_directory",
    ];

    private static readonly HubFunction Pretrained = new(0, PretrainedNames);
    private static readonly HubFunction Tokenizer = new(0, PretrainedNames, Revision: 1);
    private static readonly HubFunction Adapter = new(1, ["model_id"]);
    private static readonly HubFunction Repository = new(0, ["repo_id"]);
    private static readonly HubFunction Dataset = new(0, ["path"], Revision: 12, IsDataset: true);
    private static readonly HubFunction Sentences = new(0, ["model_name_or_path", "model_name"], IsSentences: true);

    private static readonly Dictionary<string, HubFunction> ByName = new(StringComparer.Ordinal)
    {
        ["huggingface_hub.hf_hub_download"] = Repository,
        ["huggingface_hub.snapshot_download"] = Repository,
        ["huggingface_hub.file_download.hf_hub_download"] = Repository,
        ["huggingface_hub.HfApi.hf_hub_download"] = Repository,
        ["huggingface_hub.HfApi.snapshot_download"] = Repository,
        ["huggingface_hub.hf_hub_url"] = Repository,
        ["datasets.load_dataset"] = Dataset,
        ["datasets.load.load_dataset"] = Dataset,
        ["datasets.load_dataset_builder"] = Dataset with { Revision = -1 },
        ["transformers.pipeline"] = new HubFunction(1, ["model"]),
        ["transformers.pipelines.pipeline"] = new HubFunction(1, ["model"]),
        ["sentence_transformers.SentenceTransformer"] = Sentences,
        ["sentence_transformers.CrossEncoder"] = Sentences,
        ["sentence_transformers.SparseEncoder"] = Sentences,
        ["sentence_transformers.MultiVectorEncoder"] = Sentences,
        ["vllm.LLM"] = new HubFunction(0, ["model"]),
        ["tokenizers.Tokenizer.from_pretrained"] = Tokenizer,
        ["peft.PeftModel.from_pretrained"] = Adapter,
    };

    /// <summary>Null when <paramref name="call"/> is of none of them.</summary>
    public static HubFunction? Find(PythonCall call)
    {
        if (ByName.TryGetValue(call.Function, out var function))
            return function;
        if (call.Member != "from_pretrained")
            return null;

        // peft: PeftModelForX.from_pretrained(model, adapter), but AutoPeftModelForX.from_pretrained(adapter).
        if (call.Function.StartsWith("peft.PeftModel", StringComparison.Ordinal))
            return Adapter;

        var dot = call.Function.IndexOf('.');
        return dot > 0 && Libraries.Contains(call.Function.Substring(0, dot)) ? Pretrained : null;
    }
}
