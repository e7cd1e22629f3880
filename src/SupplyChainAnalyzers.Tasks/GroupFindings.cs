using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// Decides at which level this project reports what was found, and turns that into calls of the <c>Report</c> target. The
/// same rule at the same level gives the same call in every project, and MSBuild runs the same call once a build: one
/// fault is said once, however many projects and frameworks see it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GroupFindings : SupplyChainTask
{
    /// <summary>Findings as <see cref="VerifyModels"/> and its kin return them.</summary>
    [Required]
    public ITaskItem[] Findings { get; set; } = [];

    /// <summary>Absolute path of SupplyChain.Verify.proj.</summary>
    [Required]
    public string ReportProject { get; set; } = "";

    /// <summary>Whether files leave the machine (publish, pack): what has not been fetched is then an error.</summary>
    public bool Shipping { get; set; }

    /// <summary>One call for each finding. For findings of a project's items, which differ between its frameworks.</summary>
    public bool Apart { get; set; }

    /// <summary>The project's NoWarn.</summary>
    public string? NoWarn { get; set; }

    /// <summary>The project's WarningsAsErrors.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>The project's WarningsNotAsErrors.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The project's TreatWarningsAsErrors.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Projects for the MSBuild task: <see cref="ReportProject"/>, once for every group.</summary>
    [Output]
    public ITaskItem[] Reports { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var severity = new SeverityMap(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors);
        var order = 0;
        Reports =
        [
            .. Findings
                .Select(static item => CarriedFinding.Read(item.ItemSpec))
                .Select(finding => finding with { Level = severity.Resolve(finding.Rule.Id, Lowered(finding)) })
                .GroupBy(finding => (finding.Rule.Id, finding.Level, Apart ? ++order : 0))
                .Select(group => Call(CarriedFinding.Write(group))),
        ];
    }

    // The verifier answers for publish and pack, so that one verification serves the whole build; before that, what has
    // not been fetched is worth a message.
    private Level Lowered(CarriedFinding finding) =>
        !Shipping && finding.Rule == Rules.NotFetched && finding.Level > Level.Message ? Level.Message : finding.Level;

    private TaskItem Call(string findings)
    {
        var call = new TaskItem(ReportProject);
        call.SetMetadata("AdditionalProperties", "SupplyChainReport=" + findings);
        return call;
    }
}
