using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Judging.Python;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// Names in settings that a reader imports and calls with the values beside them: Hydra's <c>_target_</c> (CVE-2025-23304 is NeMo's
/// use of it), MLflow's <c>loader_module</c>, sentence-transformers' <c>type</c>.
/// </summary>
internal static class TargetJudge
{
    /// <summary>Reports the name unless models use it.</summary>
    /// <param name="name">Dotted, as the file has it.</param>
    /// <param name="reader">Who calls it, to go on after "which".</param>
    /// <param name="unknown">How bad a name of an unknown package is there.</param>
    /// <param name="context">Takes the finding.</param>
    /// <param name="offset">Of the name.</param>
    public static void Check(string name, string reader, Severity unknown, ScanContext context, long offset)
    {
        var judgement = Callables.Judge(name);
        var last = name[(name.LastIndexOf('.') + 1)..];
        var shown = Printable.Of(name, 100);
        if (judgement.Risk == CallableRisk.Dangerous)
        {
            // Classes of libraries that also reach the system (a data set, a logger) are made, not fed with commands.
            var isClass = PythonNames.IsClass(last) && CallableTables.Standard(name.Split('.')[0]) is null && SourceNames.EffectOf(name) is null;
            context.Report(Rules.ConfiguredCall, $"names '{shown}', which {judgement.Effect} and which {reader}; do not load it", offset, isClass ? Severity.Medium : Severity.Critical, name);
        }
        else if (judgement.Risk == CallableRisk.Unknown && (unknown > Severity.Info || judgement.Effect.Length > 0))
        {
            context.Report(Rules.ConfiguredCall, $"names '{shown}', which is not known here and which {reader}; look at that code first", offset, judgement.Effect.Length > 0 ? Severity.Medium : unknown, name);
        }
    }
}
