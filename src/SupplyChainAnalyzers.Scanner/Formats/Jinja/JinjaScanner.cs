using System.Text;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging.Jinja;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Jinja;

/// <summary>A template in a file of its own: <c>chat_template.jinja</c>, a prompt.</summary>
internal sealed class JinjaScanner : IFormatScanner
{
    private const int MaxBytes = 4 * JinjaJudge.MaxLength;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Jinja];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (source.Length > MaxBytes)
            throw new LimitExceededException($"it is a template of more than {MaxBytes} bytes");

        var text = Encoding.UTF8.GetString(source.ReadBytes(0, (int)source.Length, "the template"));
        JinjaJudge.Judge(text.TrimStart('\uFEFF'), context, 0, context.Name.Contains("chat", StringComparison.OrdinalIgnoreCase));
    }
}
