using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>Finds the name someone most likely meant.</summary>
internal static class Similar
{
    // A name longer than this was not mistyped, and comparing costs the product of both lengths.
    private const int MaxLength = 64;

    /// <summary><c>; did you mean 'x'?</c>, or nothing when no name is close.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength)
            return "";

        var (best, least) = ((string?)null, int.MaxValue);
        foreach (var candidate in known)
        {
            // A third of a name may be wrong, but two letters at most: 'path' is not 'role'.
            var distance = EditDistance.Of(name, candidate);
            if (distance < least && distance <= Math.Min(2, Math.Max(1, candidate.Length / 3)))
                (best, least) = (candidate, distance);
        }

        return best is null ? "" : $"; did you mean '{best}'?";
    }
}
