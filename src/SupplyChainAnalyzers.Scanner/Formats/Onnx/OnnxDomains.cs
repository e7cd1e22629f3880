using SupplyChainAnalyzers.Scanner.Formats.Graphs;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>Domains of operators, and what stands behind them.</summary>
internal static class OnnxDomains
{
    /// <summary>ONNX's own set, also written <c>ai.onnx</c> (onnx docs/IR.md).</summary>
    public const string Default = "";

    /// <summary>ONNX Runtime's own operators.</summary>
    public const string Microsoft = "com.microsoft";

    private static readonly Lazy<OperatorTable> Operators = OperatorTable.Named("onnx-operators");
    private static readonly Lazy<OperatorTable> Known = OperatorTable.Named("onnx-reach");

    public static string Normal(string domain) => domain == "ai.onnx" ? Default : domain;

    /// <summary>The domain as people write it.</summary>
    public static string Shown(string domain) => domain.Length == 0 ? "ai.onnx" : domain;

    /// <summary>Whether ONNX or ONNX Runtime itself defines the domain.</summary>
    public static bool IsOfficial(string domain) => Operators.Value.HasKey(domain);

    /// <summary>Whether ONNX or ONNX Runtime itself defines the operator, and it computes and nothing else.</summary>
    public static bool Defines(string domain, string operation) => Operators.Value.Has(domain, operation);

    /// <summary>What an operator that is more than arithmetic does, whatever domain it is in; null when nothing is known.</summary>
    public static string? Reach(string operation) => Known.Value.KeyOf(operation);
}
