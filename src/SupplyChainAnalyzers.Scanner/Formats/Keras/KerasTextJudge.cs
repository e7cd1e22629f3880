using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>Judges the strings of a configuration: byte code and pickles in base64, wherever they stand and whatever the layer is called.</summary>
internal sealed class KerasTextJudge(ScanContext context)
{
    private const int MinPickle = 12;
    private const int MaxSigns = 3;

    private int _pickles;

    public void Judge(string text, string key)
    {
        if (KerasCode.Find(text) is { } code)
            Code(code, key);
        else if (IsPickle(text) && KerasCode.Decode(text) is { } bytes)
            context.Nested(new MemorySource(bytes), $"pickle {++_pickles} in the configuration");
        else if (TextJudge.Find(text) is { } sign)
            context.Report(Rules.KerasCode, $"holds a text under '{Printable.Of(key, 60)}' which {sign.What}: '{Printable.Of(sign.Excerpt, 120)}'; do not open it before you know what it is for", severity: sign.Severity, symbol: key);
    }

    private void Code(byte[] code, string key)
    {
        var signs = MarshalJudge.Find(code) ?? [];
        var reaches = string.Join(", ", signs.Take(MaxSigns).Select(static sign => sign.What));
        context.Report(
            Rules.KerasCode,
            $"holds compiled Python code under '{Printable.Of(key, 60)}', which runs when the model is used{(reaches.Length == 0 ? "" : ", and " + reaches)}; do not open it",
            severity: signs is [{ IsSure: true }, ..] ? Severity.Critical : Severity.High,
            symbol: signs is [{ Symbol.Length: > 0 } worst, ..] ? worst.Symbol : key);
    }

    // Base64 of PROTO 2 to 5, and of the head of a zip archive, which torch.save writes.
    private static bool IsPickle(string text) => text.Length >= MinPickle
        && (text.StartsWith("gAI", StringComparison.Ordinal) || text.StartsWith("gAN", StringComparison.Ordinal) || text.StartsWith("gAS", StringComparison.Ordinal) || text.StartsWith("gAV", StringComparison.Ordinal) || text.StartsWith("UEsDB", StringComparison.Ordinal));
}
