namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// Whether a glob matches everything that others do. The narrow pattern is read like a text: a <c>*</c> of this one takes the
/// narrow one's characters and <c>*</c> within a segment, a <c>**</c> takes anything, all else must be equal. Sound, because each
/// piece of the narrow pattern is taken by a piece of this one that matches all of it; not complete.
/// </summary>
/// <remarks>
/// All positions advance together, 64 to a word: hostile lists are compared entry by entry, so a pair must be cheap.
/// Position i means that i characters of this pattern (stars left out) have been met.
/// </remarks>
internal sealed class GlobCover
{
    private const int WordBits = 64;

    private readonly int _length;
    private readonly Dictionary<char, ulong[]> _characters = [];
    private readonly ulong[] _stars;
    private readonly ulong[] _doubleStars;

    public GlobCover(string glob)
    {
        var tokens = Tokens(glob).ToList();
        _length = tokens.Count(static token => token.Stars == 0);
        _stars = new ulong[Words];
        _doubleStars = new ulong[Words];

        int position = 0;
        foreach (var (stars, character) in tokens)
        {
            if (stars == 0)
            {
                position++;
                if (!_characters.TryGetValue(character, out ulong[]? places)) _characters[character] = places = new ulong[Words];
                Set(places, position);
                continue;
            }

            Set(_stars, position);
            if (stars == 2) Set(_doubleStars, position);
        }
    }

    private int Words => (_length / WordBits) + 1;

    /// <summary>Whether everything <paramref name="narrow"/> matches is matched by this glob.</summary>
    public bool Covers(string narrow)
    {
        ulong[] reached = new ulong[Words];
        Set(reached, 0);
        foreach (var (stars, character) in Tokens(narrow))
        {
            var met = stars == 0 && _characters.TryGetValue(character, out ulong[]? places) ? places : null;
            ulong[] staying = stars == 2 || (stars == 0 && character == '/') ? _doubleStars : _stars;
            if (!Step(reached, met, staying)) return false;
        }

        return (reached[_length / WordBits] >> (_length % WordBits) & 1) != 0;
    }

    // Positions with a star stay, positions before the met character move on; false when none is left.
    private static bool Step(ulong[] reached, ulong[]? met, ulong[] staying)
    {
        ulong carry = 0, any = 0;
        for (int i = 0; i < reached.Length; i++)
        {
            ulong moved = (reached[i] << 1) | carry;
            carry = reached[i] >> (WordBits - 1);
            reached[i] = (reached[i] & staying[i]) | (met is null ? 0 : moved & met[i]);
            any |= reached[i];
        }

        return any != 0;
    }

    private static void Set(ulong[] places, int position) => places[position / WordBits] |= 1UL << (position % WordBits);

    // One or two stars, or (0 stars) a character.
    private static IEnumerable<(int Stars, char Character)> Tokens(string glob)
    {
        for (int i = 0; i < glob.Length; i++)
        {
            if (glob[i] != '*') yield return (0, glob[i]);
            else if (i + 1 < glob.Length && glob[i + 1] == '*') yield return (2, glob[i++]);
            else yield return (1, glob[i]);
        }
    }
}
