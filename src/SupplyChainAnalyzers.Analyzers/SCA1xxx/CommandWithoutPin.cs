using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1060: a process is started that fetches a model without a pin.</summary>
internal sealed class CommandWithoutPin() : SourceRule(Rules.CommandWithoutPin)
{
    private static readonly Rule[] AboutAddresses = [Rules.PlainHttp, Rules.FloatingRevision, Rules.AbbreviatedCommit, Rules.MutableTag, Rules.RedirectedAddress];

    /// <summary>An address that is all of a text is judged as an address, wherever it is written.</summary>
    protected override bool Takes(SourceFinding finding, StringValue value) =>
        base.Takes(finding, value) || (Array.IndexOf(AboutAddresses, finding.Rule) >= 0 && value.Text.IndexOf(' ') >= 0);
}
