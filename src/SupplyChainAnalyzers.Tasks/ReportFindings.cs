using Microsoft.Build.Framework;

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
}
