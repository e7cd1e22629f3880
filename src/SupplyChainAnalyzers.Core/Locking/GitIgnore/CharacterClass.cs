namespace SupplyChainAnalyzers.Core.Locking.GitIgnore;

/// <summary>
/// A bracket expression of a gitignore pattern: <c>[abc]</c>, <c>[a-z]</c>, <c>[!x]</c> or <c>[^x]</c>, <c>[[:digit:]]</c>,
/// as a set of bytes. A '/' is never in it: a path's segments are matched one by one.
/// </summary>
internal static class CharacterClass
{
    /// <summary>
    /// Reads the expression whose '[' stands at <paramref name="position"/> and moves past its ']'. Null when it has no
    /// end or names an unknown class: git then lets the whole pattern match nothing.
    /// </summary>
    public static bool[]? Read(byte[] pattern, ref int position)
    {
        var set = new bool[256];
        var at = position + 1;
        var negated = at < pattern.Length && pattern[at] is (byte)'!' or (byte)'^';
        if (negated)
            at++;

        // A ']' directly after the opening is a member, not the end.
        var start = at;
        var previous = -1;
        for (; ; at++)
        {
            if (at >= pattern.Length)
                return null;

            var c = pattern[at];
            if (c == ']' && at > start)
                break;

            if (c == '-' && previous >= 0 && at + 1 < pattern.Length && pattern[at + 1] != ']')
            {
                at++;
                if (pattern[at] == '\\' && ++at >= pattern.Length)
                    return null;

                for (var member = previous; member <= pattern[at]; member++)
                    set[member] = true;
                previous = -1;
            }
            else if (c == '[' && at + 1 < pattern.Length && pattern[at + 1] == ':')
            {
                if (!ReadNamed(pattern, ref at, set))
                    return null;

                previous = -1;
            }
            else
            {
                if (c == '\\' && ++at >= pattern.Length)
                    return null;

                previous = pattern[at];
                set[previous] = true;
            }
        }

        position = at + 1;
        for (var i = 0; negated && i < set.Length; i++)
            set[i] = !set[i];
        set['/'] = false;
        return set;
    }

    // [:name:]; without the closing ":]" the '[' is an ordinary member.
    private static bool ReadNamed(byte[] pattern, ref int at, bool[] set)
    {
        var end = Array.IndexOf(pattern, (byte)']', at + 2);
        if (end < 0)
            return false;

        if (end - 1 < at + 2 || pattern[end - 1] != ':')
        {
            set['['] = true;
            return true;
        }

        var name = System.Text.Encoding.ASCII.GetString(pattern, at + 2, end - 1 - (at + 2));
        at = end;
        for (var i = 0; i < 128; i++)
        {
            if (IsIn(name, (char)i) is not { } member)
                return false;

            set[i] |= member;
        }

        return true;
    }

    private static bool? IsIn(string name, char c) => name switch
    {
        "alnum" => IsLetter(c) || IsDigit(c),
        "alpha" => IsLetter(c),
        "blank" => c is ' ' or '\t',
        "cntrl" => c is < ' ' or '\x7f',
        "digit" => IsDigit(c),
        "graph" => c is > ' ' and < '\x7f',
        "lower" => c is >= 'a' and <= 'z',
        "print" => c is >= ' ' and < '\x7f',
        "punct" => c is > ' ' and < '\x7f' && !IsLetter(c) && !IsDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => c is >= 'A' and <= 'Z',
        "xdigit" => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        _ => null,
    };

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
