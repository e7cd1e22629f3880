namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>How far ONNX Runtime may change a graph before it runs. The values of its C interface.</summary>
internal enum OptimizationLevel
{
    /// <summary>Not at all: every value of the graph can be had as an output.</summary>
    None = 0,

    /// <summary>Constants folded, what has no effect left out.</summary>
    Basic = 1,

    /// <summary>Nodes merged.</summary>
    Extended = 2,

    /// <summary>Layouts changed as well: fastest, and the last digits depend on the processor.</summary>
    All = 99,
}
