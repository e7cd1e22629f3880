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

    /// <summary>What was noted about a text that stands, quoted, in the one this is about. A change there would have to be quoted, too: there is none.</summary>
    public void Add(SourceNotes inner, MappedText text)
    {
        foreach (var fact in inner.Facts)
        {
            var start = text.Offset(fact.Start);
            Use(fact.Kind, fact.Name, fact.Version, fact.Digest, start, text.End(fact.Start + fact.Length) - start);
        }

        foreach (var finding in inner.Findings)
        {
            var start = text.Offset(finding.Start);
            Report(finding.Rule, finding.Message, start, text.End(finding.Start + finding.Length) - start);
        }

        IsIncomplete |= inner.IsIncomplete;
    }
}
