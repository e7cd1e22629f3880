using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Skops;

/// <summary>
/// skops archives: schema.json names the types to build, arrays lie beside it. Its loader asks whether types are trusted;
/// what it asks and what it builds were two things at times.
/// </summary>
internal sealed class SkopsScanner : IFormatScanner
{
    private const int MaxSchema = 32 << 20;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Skops];

    public void Scan(ByteSource source, ScanContext context)
    {
        var neighbours = ZipNeighbours.Of(ZipReading.All(source).SelectMany(static reading => reading.Entries).Select(static entry => entry.Name));
        ZipInspector.Inspect(source, context, member =>
        {
            if (member.Name == "schema.json")
                Schema(member.Content, context.Within(member.Name));
            else
                context.Nested(member.Content, member.Name, neighbours);
        });
    }

    private static void Schema(ByteSource content, ScanContext context)
    {
        if (content.Length > MaxSchema)
            context.Unscannable($"is a schema of more than {MaxSchema >> 20} MiB, which is not inspected; ask its author for the weights alone");
        else
            SkopsSchema.Judge(content.ReadBytes(0, (int)content.Length, "the schema"), context);
    }
}
