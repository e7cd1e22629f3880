using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow.Text;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>What every file and member is looked at for.</summary>
internal static class ContentChecks
{
    public static readonly IContentCheck[] All =
    [
        new TrailingZipCheck(),
        new NativeProgramCheck(),
        new ExtensionCheck(),
        new SafeTensorsLengthCheck(),
        new KerasJsonCheck(),
        new GraphTextCheck(),
        new GraphJsonCheck(),
        new PickleCheck(),
    ];
}
