using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Says findings: code, place, message, help link. Fails the build when one of them is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportFindings : SupplyChainTask
{
    /// <summary>Findings as <see cref="GroupFindings"/> wrote them into the call.</summary>
    [Required]
    public string Findings { get; set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        foreach (var finding in CarriedFinding.ReadAll(Findings))
            Say(finding);
    }

    // The overloads without arguments: the message is not a format string.
    private void Say(CarriedFinding finding)
    {
        var (id, link, at) = (finding.Rule.Id, finding.Rule.HelpLink, finding.Region);
        var file = finding.File.Length == 0 ? null : finding.File;
        switch (finding.Level)
        {
            case Level.Error:
                Log.LogError(null, id, id, link, file, at.Line, at.Column, at.EndLine, at.EndColumn, finding.Message);
                break;
            case Level.Warning:
                Log.LogWarning(null, id, id, link, file, at.Line, at.Column, at.EndLine, at.EndColumn, finding.Message);
                break;
            default:
                // What NoWarn hides stays in the binary log.
                var importance = finding.Level == Level.None ? MessageImportance.Low : MessageImportance.High;
                Log.LogMessage(null, id, id, file, at.Line, at.Column, at.EndLine, at.EndColumn, importance, finding.Message);
                break;
        }
    }
}
