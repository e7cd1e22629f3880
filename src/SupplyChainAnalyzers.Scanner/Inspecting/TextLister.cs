using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Inspecting;

/// <summary>The beginning of texts, line by line.</summary>
internal sealed class TextLister : IFormatLister
{
    private const int MaxBytes = 16 << 10;
    private const int MaxLines = 100;

    public IReadOnlyList<ModelFormat> Formats { get; } =
        [ModelFormats.PlainText, ModelFormats.Json, ModelFormats.Yaml, ModelFormats.Xml, ModelFormats.Python, ModelFormats.Jinja];

    public void List(ByteSource source, Listing listing)
    {
        var head = new byte[Math.Min(source.Length, MaxBytes)];
        var text = System.Text.Encoding.UTF8.GetString(head, 0, source.Read(0, head));
        var lines = text.Split('\n');
        foreach (var line in lines.Take(MaxLines))
            listing.Add("text", line.TrimEnd('\r'));

        if (lines.Length > MaxLines || source.Length > MaxBytes)
            listing.Add("text", "…");
    }
}
