using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1036: the library composes the address itself and takes neither revision nor digest.</summary>
internal sealed class LibraryChosenDownload() : ModelRule(
    Rules.LibraryChosenDownload, "{0} downloads a model from an address inside the library and takes no revision or digest; keep the file, declare it in models.lock and verify it before it is loaded")
{
    private const string Risk = "library-chosen";

    public override bool IsAbout(ApiMember member) => member.Risk == Risk;

    public override void Analyze(SinkUse use)
    {
        if (!use.Body.ChecksBytes)
            use.Report(this, use.Name.GetLocation(), null, null, Printable.Of($"{use.Member.Type.Name}.{use.Member.Name}"));
    }
}
