namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>What a model is used as. Written in lower case.</summary>
public enum ModelRole
{
    /// <summary>A model that is used as it is.</summary>
    Model,

    /// <summary>A base that others were tuned from.</summary>
    Base,

    /// <summary>Tuned from a base, with weights of its own.</summary>
    Finetune,

    /// <summary>Weights that need their base (LoRA …).</summary>
    Adapter,

    /// <summary>Vocabulary and merges.</summary>
    Tokenizer,

    /// <summary>Data, not a model.</summary>
    Dataset,
}
