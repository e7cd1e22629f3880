namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>A fact about a model's origin that a policy can demand. Written in camel case.</summary>
public enum ProvenanceDemand
{
    /// <summary>Where it comes from.</summary>
    Source,

    /// <summary>At which commit or digest.</summary>
    Revision,

    /// <summary>Who signed it.</summary>
    Signer,

    /// <summary>Under which licence.</summary>
    License,

    /// <summary>What it was tuned from.</summary>
    BaseModel,

    /// <summary>On which data.</summary>
    Datasets,

    /// <summary>How: frameworks, seed, hyperparameters.</summary>
    Training,

    /// <summary>A signed statement of the training.</summary>
    Attestation,

    /// <summary>How well it does.</summary>
    Evaluation,
}
