using System.Buffers.Text;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges free text beside weights (safetensors <c>__metadata__</c>, GGUF metadata). No loader runs it; programs that read it
/// do. A pickle in Base64 has no business there.
/// </summary>
internal static class MetadataText
{
    private const int Shortest = 16;

    private static readonly HashSet<ModelFormat> Code = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy];

    /// <param name="name">The entry's. Hostile.</param>
    /// <param name="text">Its value. Hostile.</param>
    /// <param name="context">Takes the findings.</param>
    /// <param name="at">Offset in the file.</param>
    public static void Judge(string name, string text, ScanContext context, long at)
    {
        if (TextJudge.Find(text) is { } sign)
            context.Report(Rules.MetadataCode, $"holds metadata '{Printable.Of(name, 80)}' that {sign.What}: '{Printable.Of(sign.Excerpt, 120)}'; do not use it", at, sign.Severity, name);
        else if (text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("javascript:", StringComparison.OrdinalIgnoreCase))
            context.Report(Rules.MetadataCode, $"holds metadata '{Printable.Of(name, 80)}' with a script for browsers: '{Printable.Of(text, 120)}'; show it nowhere", at, Severity.High, name);

        if (Packed(text) is not { } bytes)
            return;

        var format = FormatSniffer.Sniff(bytes, bytes.Length, bytes.Length);
        if (!Code.Contains(format))
            return;

        context.Report(Rules.MetadataCode, $"holds a {format.Name} in its metadata '{Printable.Of(name, 80)}', which runs code for whoever loads it; do not use it", at, symbol: name);
        context.Nested(new MemorySource(bytes), name);
    }

    private static byte[]? Packed(string text)
    {
        if (text.Length < Shortest || !Ascii.IsValid(text))
            return null;

        var encoded = Encoding.ASCII.GetBytes(text.Trim());
        return Base64.IsValid(encoded) ? Convert.FromBase64String(Encoding.ASCII.GetString(encoded)) : Base64Url.IsValid(encoded) ? Base64Url.DecodeFromUtf8(encoded) : null;
    }
}
