namespace SupplyChainAnalyzers.Core.Text.Unicode;

/// <summary>Korean syllables, whose parts are computed (Unicode Standard, section 3.12).</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7; // one before the first: no tail counts as the first
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    public static bool TryDecompose(int syllable, List<int> target)
    {
        var index = syllable - FirstSyllable;
        if (index is < 0 or >= Leads * Vowels * Tails)
            return false;

        target.Add(FirstLead + (index / (Vowels * Tails)));
        target.Add(FirstVowel + (index / Tails % Vowels));
        if (index % Tails != 0)
            target.Add(FirstTail + (index % Tails));

        return true;
    }

    /// <summary>The syllable that two parts make, or -1.</summary>
    public static int Composed(int first, int second)
    {
        var (lead, vowel, tail) = (first - FirstLead, second - FirstVowel, second - FirstTail);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);

        var open = first - FirstSyllable;
        return open is >= 0 and < Leads * Vowels * Tails && open % Tails == 0 && tail is > 0 and < Tails ? first + tail : -1;
    }
}
