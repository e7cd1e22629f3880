using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Formats.Zip;

namespace SupplyChainAnalyzers.Scanner.Inspecting;

/// <summary>Who can say what is in a file. Of a format without an entry there are format, size, digest and findings.</summary>
internal static class FormatListers
{
    private static readonly IFormatLister[] All =
    [
        new GgufLister(),
        new OnnxLister(),
        new PickleLister(),
        new SafeTensorsLister(),
        new TextLister(),
        new ZipLister(),
    ];

    public static IFormatLister? Find(ModelFormat format) => Array.Find(All, lister => lister.Formats.Contains(format));
}
