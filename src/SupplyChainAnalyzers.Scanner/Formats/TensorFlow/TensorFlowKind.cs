namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>Which of TensorFlow's messages a file is.</summary>
internal enum TensorFlowKind
{
    SavedModel,
    MetaGraph,
    Graph,

    /// <summary>keras_metadata.pb.</summary>
    KerasMetadata,

    /// <summary>fingerprint.pb.</summary>
    Fingerprint,
}
