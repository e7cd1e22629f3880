namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Which names a model may have: a name becomes an argument of the command line, a part of file names and a C#
/// identifier, so it is ASCII and does not start with what would make it an option or a hidden file.
/// </summary>
public static class ModelName
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Says the rule, to follow "a name".</summary>
    public const string Rule = "has 1 to 128 characters out of A-Z a-z 0-9 '-' '_' '.', starts with a letter or digit and does not end in '.'";

    /// <summary>Whether <paramref name="name"/> is one.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaxLength || !IsLetterOrDigit(name[0]) || name[name.Length - 1] == '.')
            return false;

        foreach (var c in name)
        {
            if (!IsLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
