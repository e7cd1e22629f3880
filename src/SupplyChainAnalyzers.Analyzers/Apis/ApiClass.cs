namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>What a member does with a model. The words are those of the table.</summary>
internal enum ApiClass
{
    /// <summary>Opens a model.</summary>
    Load,

    /// <summary>Fetches bytes from elsewhere.</summary>
    Download,

    /// <summary>Asks a hub about a model, fetches none.</summary>
    Metadata,

    /// <summary>Names a hosted model.</summary>
    Alias,

    /// <summary>Opens weights that need their base (LoRA …).</summary>
    Adapter,

    /// <summary>Opens a vocabulary.</summary>
    Tokenizer,

    /// <summary>Takes a chat template.</summary>
    Template,

    /// <summary>Opens data, not a model.</summary>
    Dataset,

    /// <summary>Opens what the program itself has saved.</summary>
    State,

    /// <summary>Turns one model file into another.</summary>
    Convert,

    /// <summary>Runs Python code.</summary>
    Python,

    /// <summary>Starts a program.</summary>
    Process,

    /// <summary>Loads native or managed code.</summary>
    Native,

    /// <summary>Writes files out of an archive.</summary>
    Archive,

    /// <summary>Decides whether certificates are checked.</summary>
    Tls,
}
