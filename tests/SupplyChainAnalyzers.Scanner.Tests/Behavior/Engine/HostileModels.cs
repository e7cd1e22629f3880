using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

/// <summary>Models that no static scan objects to, and that nobody should run unconfined.</summary>
internal static class HostileModels
{
    /// <summary>Expands one number to 16 GiB.</summary>
    public static byte[] MemoryBomb { get; } = OnnxModels.Model(
        [OnnxModels.Node("ConstantOfShape", ["shape"], ["big"]), OnnxModels.Node("Exp", ["big"], ["e"]), OnnxModels.Node("ReduceSum", ["e"], ["s"]), OnnxModels.Node("Add", ["x", "s"], ["y"])],
        [OnnxModels.Tensor("shape", 7, 1).Data(9, BitConverter.GetBytes(1L << 32))],
        [OnnxModels.Port("x", -1, 3)],
        [OnnxModels.Port("y", -1, 3)]);

    /// <summary>y = x, once a loop of 2^60 turns has ended.</summary>
    public static byte[] EndlessLoop { get; } = Loop();

    private static byte[] Loop()
    {
        var body = OnnxBytes.Graph(OnnxModels.Node("Identity", ["c"], ["c2"]), OnnxModels.Node("Tanh", ["v"], ["v2"]))
            .Message(11, OnnxModels.Typed("i", 7)).Message(11, OnnxModels.Typed("c", 9)).Message(11, OnnxModels.Port("v", -1, 3))
            .Message(12, OnnxModels.Typed("c2", 9)).Message(12, OnnxModels.Port("v2", -1, 3));
        return OnnxModels.Model(
            [OnnxModels.Node("Loop", ["turns", "go", "x"], ["y"], OnnxBytes.Attribute("body", 6, body).Number(20, 5))],
            [OnnxModels.Tensor("turns", 7).Data(9, BitConverter.GetBytes(1L << 60)), OnnxModels.Tensor("go", 9).Data(9, [1])],
            [OnnxModels.Port("x", -1, 3)],
            [OnnxModels.Port("y", -1, 3)]);
    }
}
