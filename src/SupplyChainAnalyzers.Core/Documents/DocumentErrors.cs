using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>Collects what is wrong with one file, up to a number that someone would still read.</summary>
/// <param name="file">Absolute path of the file.</param>
/// <param name="rules">How it is reported.</param>
internal sealed class DocumentErrors(string file, DocumentRules rules)
{
    /// <summary>Findings of one file; one more says that there are others.</summary>
    public const int Max = 100;

    private readonly List<Finding> _findings = [];

    /// <summary>How common faults are reported.</summary>
    public DocumentRules Rules => rules;

    /// <summary>Name of the model that is being read, for the findings; null outside of one.</summary>
    public string? Model { get; set; }

    /// <summary>How many were reported, those that are only counted included.</summary>
    public int Count { get; private set; }

    /// <summary>Whether what is added from now on is only counted.</summary>
    public bool Full => _findings.Count == Max;

    /// <summary>Reports a fault at a place.</summary>
    public void Add(Rule rule, string message, TextRegion region)
    {
        Count++;
        if (Full)
            return;

        _findings.Add(new Finding(rule, message) { File = file, Region = region, Model = Model });
    }

    /// <summary>Reports what the JSON reader refused.</summary>
    public void Add(IEnumerable<JsonError> errors)
    {
        foreach (var error in errors)
        {
            var (rule, next) = error.Kind switch
            {
                JsonErrorKind.Encoding => (rules.Unreadable, rules.Restore),
                JsonErrorKind.Duplicate => (rules.Duplicate, "keep one"),
                JsonErrorKind.ConflictMarkers => (rules.Conflict, rules.Resolve),
                JsonErrorKind.Size or JsonErrorKind.Count or JsonErrorKind.Depth => (rules.Limit, rules.Shrink),
                _ => (rules.Syntax, rules.Restore),
            };
            Add(rule, error.Message + "; " + next, error.Region);
        }
    }

    /// <summary>Everything reported, in order of place; of one place in order of discovery.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        var ordered = _findings.OrderBy(static finding => (finding.Region.Line, finding.Region.Column)).ToList();
        if (Count > Max)
            ordered.Add(new Finding(rules.Limit, FormattableString.Invariant($"There are more than {Max} errors; the others are not shown")) { File = file, Region = TextRegion.Start });

        return ordered;
    }
}
