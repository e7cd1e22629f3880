using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison.Conversions;

/// <summary>A step of a computation, whatever a converter makes of it.</summary>
/// <param name="Kind">What is computed: the name of an operator, the same for float and quantised ones.</param>
/// <param name="Node">The node it is in; one that does several things has several steps.</param>
internal sealed record GraphStep(string Kind, NodeProto Node)
{
    private const int MaxName = 80;

    /// <summary>Operator and name, for people.</summary>
    public string Shown => $"{Printable.Of(Node.Operator, MaxName)} '{Printable.Of(Name, MaxName)}'";

    /// <summary>Of the node; where it has none, of what it gives. Raw.</summary>
    public string Name => Node.Name.Length > 0 ? Node.Name : Node.Output(0) ?? "";
}
