using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>Collects where a policy allows what one of its bases does not (SCA5109).</summary>
/// <param name="baseFile">Absolute path of the base.</param>
internal sealed class LooseningReport(string baseFile)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>
    /// <paramref name="what"/> is wrong at <paramref name="place"/>; <paramref name="floor"/> is the base's own statement, null when
    /// it makes none and its built-in value counts. <paramref name="next"/> says what to write instead.
    /// </summary>
    public void Add(PolicyPlace place, string what, PolicyPlace? floor, string next)
    {
        string where = floor is { } stated ? stated.Show() : $"{Printable.Of(baseFile)}, which leaves it out";
        _findings.Add(new Finding(Rules.PolicyLoosens, $"{what} in {where}; {next}") { File = place.File, Region = place.Region });
    }
}
