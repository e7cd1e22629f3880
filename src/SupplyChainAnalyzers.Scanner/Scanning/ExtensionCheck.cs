using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// Holds a file's name against its content. A pickle that is called <c>.onnx</c> or <c>.txt</c> gets past whoever goes by names, and runs
/// as soon as somebody loads it with a tool that doesn't (CVE-2025-1889, CVE-2025-10155).
/// </summary>
internal sealed class ExtensionCheck : IContentCheck
{
    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        var extension = Path.GetExtension(context.Name);
        if (extension.Length == 0 || ExtensionPromises.Allow(extension, format))
            return;

        var shown = Printable.Of(extension, 20);
        if (format.RunsCode)
            context.Report(Rules.ExtensionMismatch, $"is called {shown} but is a {format.Name}, which runs code when it is opened; do not use it", severity: Severity.High);
        else
            context.Report(Rules.ExtensionMismatch, $"is called {shown} but is {format.Name}; ask its author which of the two it is", severity: ExtensionPromises.IsPacked(format) ? Severity.Medium : Severity.Low);
    }
}
