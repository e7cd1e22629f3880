using System.Globalization;

namespace SupplyChainAnalyzers.Core.Text;

/// <summary>Characters that show nothing, or change how others are shown.</summary>
internal static class InvisibleCharacters
{
    /// <summary>
    /// Whether the character at <paramref name="index"/> is a control, a format character (bidi, zero width, soft
    /// hyphen, tags), a separator other than a plain space, half a surrogate pair, private, unassigned, or invisible
    /// though Unicode files it under letters, marks or symbols.
    /// </summary>
    public static bool Contains(string text, int index)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(text, index))
        {
            case UnicodeCategory.Control:
            case UnicodeCategory.Format:
            case UnicodeCategory.Surrogate:
            case UnicodeCategory.PrivateUse:
            case UnicodeCategory.OtherNotAssigned:
            case UnicodeCategory.LineSeparator:
            case UnicodeCategory.ParagraphSeparator:
            case UnicodeCategory.SpaceSeparator:
                return true;
            case UnicodeCategory.OtherLetter:
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.OtherSymbol:
                return IsBlank(text, index);
            default:
                return false;
        }
    }

    // Unicode's Default_Ignorable_Code_Point outside the categories above, and the two blanks that are not in it.
    private static bool IsBlank(string text, int index)
    {
        var value = char.IsHighSurrogate(text[index]) ? char.ConvertToUtf32(text, index) : text[index];
        return value is 0x034F // combining grapheme joiner
            or 0x115F or 0x1160 or 0x3164 or 0xFFA0 // Hangul fillers
            or 0x17B4 or 0x17B5 // Khmer inherent vowels
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) // variation selectors
            or 0x2800 // blank Braille pattern
            or 0xFFFC; // stands for an object that is not there
    }
}
