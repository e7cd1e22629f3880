using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What a reader writes down while it reads.</summary>
internal sealed class SourceNotes
{
    /// <summary>Facts, and findings, of one text; a list that long is read by nobody.</summary>
    private const int MaxCount = 10_000;

    public List<SourceFact> Facts { get; } = [];

    public List<SourceFinding> Findings { get; } = [];

    public bool IsIncomplete { get; set; }

    public void Use(SourceFactKind kind, string name, string? version, string? digest, int start, int length)
    {
        if (Facts.Count < MaxCount)
            Facts.Add(new SourceFact(kind, name, version, digest, start, length));
        else
            IsIncomplete = true;
    }

    public void Report(Rule rule, string message, int start, int length, SourceEdit? edit = null)
    {
        if (Findings.Count < MaxCount)
            Findings.Add(new SourceFinding(rule, message, start, length, edit));
        else
            IsIncomplete = true;
    }
}
