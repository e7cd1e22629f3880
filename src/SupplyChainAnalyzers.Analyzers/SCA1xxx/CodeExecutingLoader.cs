using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1021: a loader that is BinaryFormatter underneath: the file decides which .NET types run code.</summary>
internal sealed class CodeExecutingLoader() : ModelRule(
    Rules.CodeExecutingLoader, "{0} reads the file with BinaryFormatter, so whoever wrote the file runs code here; convert the model to a format that holds numbers only")
{
    private const string Format = "binaryformatter";

    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Load && member.Formats.Contains(Format, StringComparer.Ordinal);

    public override void Analyze(SinkUse use) =>
        use.Report(this, use.Name.GetLocation(), null, null, Printable.Of($"{use.Member.Type.Name}.{use.Member.Name}"));
}
