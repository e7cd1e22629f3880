using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Names;

/// <summary>Forms of a name under which names that a reader can't tell apart are equal.</summary>
internal static class Skeleton
{
    /// <summary>
    /// Lower case, look-alikes of other scripts as the ASCII letter, what is invisible left out, separators as <c>-</c>: what a
    /// person types when reading the name aloud.
    /// </summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                plain.Append(name[i]);
            else if (name[i] is >= 'A' and <= 'Z')
                plain.Append((char)(name[i] + 32));
            else if (name[i] is '-' or '_' or '.')
                plain.Append('-');
            else if (!InvisibleCharacters.Contains(name, i))
                AppendFolded(plain, name, ref i);
        }

        return plain.ToString();
    }

    /// <summary>Without separators, and with letters and digits that are taken for each other as one of them: <c>rn</c> and <c>m</c>, <c>0</c> and <c>o</c>.</summary>
    public static string Of(string plain)
    {
        var skeleton = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            switch (c)
            {
                case '-': break;
                case '0': skeleton.Append('o'); break;
                case '1' or 'i' or '|': skeleton.Append('l'); break;
                case '3': skeleton.Append('e'); break;
                case '4': skeleton.Append('a'); break;
                case '5': skeleton.Append('s'); break;
                default: skeleton.Append(c); break;
            }
        }

        return skeleton.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    /// <summary>Only the letters.</summary>
    public static string Letters(string plain) => new([.. plain.Where(static c => c is >= 'a' and <= 'z')]);

    /// <summary>Only the digits, those of different numbers apart.</summary>
    public static string Digits(string plain)
    {
        var digits = new StringBuilder();
        var isInside = false;
        foreach (var c in plain)
        {
            if (c is >= '0' and <= '9')
                digits.Append(c);
            else if (isInside)
                digits.Append('-');

            isInside = c is >= '0' and <= '9';
        }

        return digits.ToString().TrimEnd('-');
    }

    private static void AppendFolded(StringBuilder plain, string name, ref int i)
    {
        var isPair = char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]);
        var folded = Confusables.Fold(isPair ? char.ConvertToUtf32(name[i], name[i + 1]) : name[i]);
        if (isPair)
            i++;

        if (folded is >= 'A' and <= 'Z')
            plain.Append((char)(folded + 32));
        else if (folded < 0x80)
            plain.Append((char)folded);
        else
            plain.Append('\uFFFD');
    }
}
