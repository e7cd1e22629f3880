using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What a reader found in a text, in the order of the text.</summary>
public sealed class SourceReading
{
    private readonly string _text;

    internal SourceReading(string text, IEnumerable<SourceFact> facts, IEnumerable<SourceFinding> findings, bool isIncomplete = false)
    {
        _text = text;
        Facts = [.. facts.OrderBy(static fact => fact.Start)];
        Findings = [.. findings.OrderBy(static finding => finding.Start).ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal)];
        IsIncomplete = isIncomplete;
    }

    /// <summary>What is used.</summary>
    public IReadOnlyList<SourceFact> Facts { get; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<SourceFinding> Findings { get; }

    /// <summary>Whether the text is longer, or nested deeper, than a reader follows: then some of it was not looked at.</summary>
    public bool IsIncomplete { get; }

    /// <summary>Whether it references NuGet packages that people use with models.</summary>
    public bool UsesModelPackages => Facts.Any(static fact => fact.Kind == SourceFactKind.NuGetPackage && Names.WellKnownNames.NuGetModelPackages.Contains(fact.Name));

    /// <summary>The findings with lines and columns.</summary>
    /// <param name="path">Absolute path of the file whose text it is.</param>
    public IReadOnlyList<Finding> FindingsIn(string path)
    {
        if (Findings.Count == 0)
            return [];

        var lines = new LineStarts(_text);
        return [.. Findings.Select(finding => new Finding(finding.Rule, finding.Message)
        {
            File = path,
            Region = lines.Region(finding.Start, finding.Start + finding.Length),
        })];
    }
}
