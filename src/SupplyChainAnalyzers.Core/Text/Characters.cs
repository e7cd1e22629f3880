namespace SupplyChainAnalyzers.Core.Text;

/// <summary>Questions that are asked of every text of a lock; in loops, because LINQ allocates for each.</summary>
internal static class Characters
{
    /// <summary>Whether all characters of <paramref name="text"/> are below <paramref name="bound"/>.</summary>
    public static bool AreBelow(string text, char bound)
    {
        foreach (var c in text)
        {
            if (c >= bound)
                return false;
        }

        return true;
    }

    /// <summary>Whether there is a control character (C0, DEL, C1).</summary>
    public static bool HaveControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }

    /// <summary>Whether there is nothing but 0 to 9.</summary>
    public static bool AreDigits(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
