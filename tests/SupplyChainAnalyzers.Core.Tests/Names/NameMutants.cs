namespace SupplyChainAnalyzers.Core.Tests.Names;

/// <summary>Names as squatters choose them, made of known ones; always the same.</summary>
internal static class NameMutants
{
    // What the algorithm says it leaves alone, because honest names are that near to each other.
    private const int MinOwner = 5;
    private const int MinName = 8;
    private const int MinPackage = 5;

    private static readonly (string From, string To)[] Looks =
        [("o", "0"), ("l", "1"), ("i", "l"), ("m", "rn"), ("w", "vv"), ("e", "3"), ("a", "\u0430"), ("e", "\u0435"), ("o", "\u043E"), ("c", "\u0441"), ("s", "5")];

    public static IEnumerable<string> OfHub(IEnumerable<string> models)
    {
        foreach (var model in models.Where(static model => model.Contains('/', StringComparison.Ordinal)))
        {
            var (owner, name) = (model.Split('/')[0], model.Split('/')[1]);
            if (owner.Length > MinOwner)
            {
                foreach (var mutant in Of(owner))
                    yield return mutant + "/" + name;
            }

            if (name.Length <= MinName)
                continue;

            foreach (var mutant in Of(name))
                yield return "someone-else/" + mutant;

            // For repositories alone: a package is registered under any spelling of its separators.
            yield return "someone-else/" + name.Replace("-", "--", StringComparison.Ordinal);

            foreach (var affix in new[] { "-official", "-v2", "_hf" })
                yield return "someone-else/" + name + affix;
        }
    }

    public static IEnumerable<string> OfPackages(IEnumerable<string> packages) => packages.Where(static package => package.Length > MinPackage).SelectMany(Of);

    private static IEnumerable<string> Of(string name)
    {
        // One place each for every kind of slip, chosen by the name: the same in every run.
        var at = 1 + (name.Sum(static c => c) % (name.Length - 2));
        if (char.IsAsciiLetter(name[at]))
        {
            yield return name.Remove(at, 1);
            yield return name.Insert(at, name[at].ToString());
        }

        if (char.IsAsciiLetter(name[at]) && char.IsAsciiLetter(name[at + 1]) && name[at] != name[at + 1])
            yield return name.Remove(at, 2).Insert(at, $"{name[at + 1]}{name[at]}");

        foreach (var (from, to) in Looks)
        {
            var place = name.IndexOf(from, StringComparison.Ordinal);
            if (place >= 0)
                yield return name.Remove(place, from.Length).Insert(place, to);
        }

        if (name.Contains('-', StringComparison.Ordinal))
            yield return name.Replace("-", "", StringComparison.Ordinal);
    }
}
