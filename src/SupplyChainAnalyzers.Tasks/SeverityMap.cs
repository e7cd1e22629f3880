using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// What a project's NoWarn, WarningsAsErrors, WarningsNotAsErrors and TreatWarningsAsErrors make of a level. MSBuild applies
/// them to the compiler's warnings; a task has to apply them itself. They speak of warnings: an error stays an error,
/// whether it is an integrity failure or the policy's decision.
/// </summary>
internal sealed class SeverityMap
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _noWarn;
    private readonly HashSet<string> _asErrors;
    private readonly HashSet<string> _notAsErrors;
    private readonly bool _treatAsErrors;

    public SeverityMap(string? noWarn, string? warningsAsErrors, string? warningsNotAsErrors, bool treatWarningsAsErrors)
    {
        _noWarn = Codes(noWarn);
        _asErrors = Codes(warningsAsErrors);
        _notAsErrors = Codes(warningsNotAsErrors);
        _treatAsErrors = treatWarningsAsErrors;
    }

    /// <summary>The level to report <paramref name="id"/> at; the order of precedence is the compiler's.</summary>
    public Level Resolve(string id, Level level)
    {
        if (level is Level.Error or Level.None)
            return level;

        if (_noWarn.Contains(id))
            return Level.None;

        var raised = level == Level.Warning && !_notAsErrors.Contains(id) && (_treatAsErrors || _asErrors.Contains(id));
        return raised ? Level.Error : level;
    }

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
