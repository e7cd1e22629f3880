using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

/// <summary>The trained models of Samples/text.</summary>
internal static class TextModels
{
    public static BehaviorContext Context(string name) => new(SampleFile.Read("text", name + ".onnx"), name, [])
    {
        Probe = ProbeReader.Read(new MemorySource(SampleFile.Read("text", name + "_ids.npy")), new MemorySource(SampleFile.Read("text", name + "_labels.npy"))),
    };
}
