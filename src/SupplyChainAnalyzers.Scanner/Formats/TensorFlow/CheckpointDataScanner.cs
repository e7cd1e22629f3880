using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// Files without any mark. The numbers of a checkpoint (variables.data-00000-of-00001) are one kind: TensorFlow finds them by that name
/// beside their index and only copies them into tensors. All else is unknown.
/// </summary>
internal sealed partial class CheckpointDataScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Unknown];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (Shard().Match(context.Name) is { Success: true } name && context.Neighbours.Names.Contains(name.Groups[1].Value + ".index"))
            EmbeddedFile.Scan(source, "data", context);
        else
            context.Unscannable("has no format that is known here, so its content is unknown; use safetensors, ONNX or GGUF");
    }

    [GeneratedRegex(@"^(.{1,200})\.data-\d{5}-of-\d{5}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shard();
}
