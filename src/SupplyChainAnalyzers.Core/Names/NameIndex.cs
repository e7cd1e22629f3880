namespace SupplyChainAnalyzers.Core.Names;

/// <summary>Known names in the forms that look-alikes are found by. Asked only about names that are not known.</summary>
internal sealed class NameIndex
{
    // Below this many letters too many honest names are the same but for their digits.
    private const int MinLettersOfVersion = 8;

    // From here on a second slip is still the same name.
    private const int MinLengthOfTwoSlips = 12;

    private static readonly string[] Affixes = ["official", "original", "orig", "real", "hf", "new", "latest", "updated", "fixed", "verified", "secure", "safe", "v2", "v3", "v4", "v5"];

    private readonly int _minLength;
    private readonly int _maxSlips;
    private readonly List<KnownName> _names = [];
    private readonly Dictionary<string, KnownName> _bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownName> _byPlain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownName> _byLetters = new(StringComparer.Ordinal);

    /// <param name="names">The names, and the part of each that is compared.</param>
    /// <param name="minLength">Shorter names are compared exactly only.</param>
    /// <param name="maxSlips">How many slips of the hand a long name may hold.</param>
    public NameIndex(IEnumerable<(string Name, string Part)> names, int minLength, int maxSlips)
    {
        _minLength = minLength;
        _maxSlips = maxSlips;
        foreach (var (name, part) in names)
        {
            var known = new KnownName(name, part);
            _names.Add(known);
            AddFirst(_byPlain, known.Plain, known);
            AddFirst(_bySkeleton, known.Skeleton, known);
            if (known.Digits.Length > 0 && known.Letters.Length >= MinLettersOfVersion)
                AddFirst(_byLetters, known.Letters, known);
        }
    }

    /// <summary>A name that reads the same, character by character.</summary>
    public KnownName? FindEqual(string plain) => _byPlain.TryGetValue(plain, out var known) ? known : null;

    /// <summary>A name that can't be told apart at a glance; of a short one, only when letters of another script do it.</summary>
    public KnownName? FindSameLook(string plain, bool isForeign) =>
        _bySkeleton.TryGetValue(Skeleton.Of(plain), out var known) && (isForeign || known.Plain.Length >= _minLength) ? known : null;

    public KnownName? FindWithAffix(string plain)
    {
        foreach (var affix in Affixes)
        {
            var rest = plain.EndsWith("-" + affix, StringComparison.Ordinal) ? plain.Substring(0, plain.Length - affix.Length - 1)
                : plain.StartsWith(affix + "-", StringComparison.Ordinal) ? plain.Substring(affix.Length + 1) : null;
            if (rest is not null && rest.Length >= _minLength && FindEqual(rest) is { } known)
                return known;
        }

        return null;
    }

    public KnownName? FindOtherVersion(string plain) =>
        Skeleton.Letters(plain) is { Length: >= MinLettersOfVersion } letters && _byLetters.TryGetValue(letters, out var known)
        && Words(plain) == Words(known.Plain) ? known : null;

    /// <summary>The nearest name within the number of slips that its length allows, when the digits agree.</summary>
    /// <param name="plain">The name that is not known.</param>
    /// <param name="hasCodes">Whether words of two letters are codes of languages: another one is another thing, no slip.</param>
    public KnownName? FindMisspelling(string plain, bool hasCodes = false)
    {
        if (plain.Length < _minLength - 1)
            return null;

        var digits = Skeleton.Digits(plain);
        var shape = KnownName.ShapeOf(plain);
        var (best, least) = ((KnownName?)null, int.MaxValue);
        foreach (var known in _names)
        {
            if (known.Plain.Length < _minLength)
                continue;

            var limit = Math.Min(least - 1, Math.Min(_maxSlips, known.Plain.Length < MinLengthOfTwoSlips ? 1 : 2));
            if (limit < 1 || !known.CanBeWithin(limit, plain, shape) || known.Digits != digits)
                continue;

            var distance = Text.EditDistance.Of(plain, known.Plain, limit);
            if (distance <= limit && !(hasCodes && IsOtherCode(plain, known.Plain)))
                (best, least) = (known, distance);
        }

        return best;
    }

    /// <summary>Whether the two differ in short words only: opus-mt-en-de is no slip for opus-mt-fr-de, nor bert-base-nq for bert-base-ner.</summary>
    private static bool IsOtherCode(string left, string right)
    {
        var (ours, theirs) = (left.Split('-'), right.Split('-'));
        if (ours.Length != theirs.Length)
            return false;

        for (var i = 0; i < ours.Length; i++)
        {
            if (ours[i] != theirs[i] && !(ours[i].Length == 2 && theirs[i].Length == 2) && !IsOtherWord(ours[i], theirs[i]))
                return false;
        }

        return true;
    }

    // Two slips in three letters are another word.
    private static bool IsOtherWord(string left, string right) => left.Length <= 3 && right.Length <= 3 && Text.EditDistance.Of(left, right) > 1;

    // How many words there are: a name that has digits where another has none is another name.
    private static int Words(string plain) => plain.Count(static c => c == '-');

    private static void AddFirst(Dictionary<string, KnownName> map, string key, KnownName known)
    {
        if (!map.TryGetValue(key, out _))
            map.Add(key, known);
    }
}
