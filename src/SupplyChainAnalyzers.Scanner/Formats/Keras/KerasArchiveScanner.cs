using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Keras 3's archive: config.json builds the model, model.weights.h5 (or .npz, or shards) fills it, assets/ holds vocabularies. The
/// configuration is judged as such; everything else is a file of its own.
/// </summary>
internal sealed class KerasArchiveScanner : IFormatScanner
{
    private static readonly string[] Configurations = ["config.json", "metadata.json"];

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Keras];

    public void Scan(ByteSource source, ScanContext context)
    {
        var neighbours = new ZipReader(source, context).Neighbours;
        ZipInspector.Inspect(source, context, member =>
        {
            if (Configurations.Contains(member.Name))
                Judge(member.Content, context.Within(member.Name, neighbours));
            else
                context.Nested(member.Content, member.Name, neighbours);
        });
    }

    private static void Judge(ByteSource content, ScanContext context)
    {
        if (content.Length > KerasJson.MaxLength)
            context.Unscannable($"has a configuration of {content.Length} bytes, more than is read here; do not open it");
        else if (!KerasConfig.Judge(content.ReadBytes(0, (int)content.Length, "the configuration"), context))
            context.Unscannable("has a configuration that is no JSON; get the file anew");
    }
}
