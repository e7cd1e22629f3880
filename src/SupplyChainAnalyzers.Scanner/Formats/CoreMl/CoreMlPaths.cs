using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.CoreMl;

/// <summary>Paths of files beside a Core ML model; <c>@model_path/</c> stands for its folder (MIL.proto, BlobFileValue).</summary>
internal static class CoreMlPaths
{
    private const int MaxPath = 4096;
    private const string Folder = "@model_path/";

    /// <summary>Judges the text in a field of <paramref name="message"/>.</summary>
    public static void Check(ProtoReader message, int field, string what, ScanContext context)
    {
        while (message.Next())
        {
            if (!message.Is(field, ProtoWire.Counted))
                continue;

            var path = message.Text(MaxPath);
            if (OutsidePath.Fault(path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path) is { } fault)
                context.Report(Rules.ExternalDataEscape, $"takes {what} from '{Printable.Path(path, 100)}', which {fault}; do not load it", message.Offset, symbol: path);
        }
    }
}
