namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// One requirement as PEP 508 writes it: <c>name[extra,…] (==1.0 | >=1,&lt;2 | @ address) ; marker</c>. Extras and markers are
/// passed over: they decide when a package is installed, not which.
/// </summary>
internal sealed class PythonRequirement
{
    private PythonRequirement(string name, int start, string? version, string? address, int addressStart)
    {
        Name = name;
        Start = start;
        Version = version;
        Address = address;
        AddressStart = addressStart;
    }

    /// <summary>As written.</summary>
    public string Name { get; }

    /// <summary>Where the name stands in the text it was read from.</summary>
    public int Start { get; }

    /// <summary>The version behind a lone <c>==</c> without a wildcard; null when more than one version fits.</summary>
    public string? Version { get; }

    /// <summary>The address behind <c>@</c>; null without one.</summary>
    public string? Address { get; }

    /// <summary>Where the address stands.</summary>
    public int AddressStart { get; }

    /// <summary>Reads what stands in <c>[at, end)</c>; null when it is no requirement.</summary>
    public static PythonRequirement? Read(string text, int at, int end)
    {
        at = PassSpace(text, at, end);
        var start = at;
        while (at < end && IsNameCharacter(text[at]))
            at++;

        // A name ends in a letter or digit: what is cut off here was no name.
        if (at == start || !char.IsLetterOrDigit(text[start]) || !char.IsLetterOrDigit(text[at - 1]))
            return null;

        var name = text.Substring(start, at - start);
        at = PassSpace(text, at, end);
        if (at < end && text[at] == '[')
        {
            var close = text.IndexOf(']', at, end - at);
            if (close < 0)
                return null;

            at = PassSpace(text, close + 1, end);
        }

        if (at == end || text[at] == ';')
            return new PythonRequirement(name, start, null, null, end);

        if (text[at] == '@')
            return ReadAddress(text, PassSpace(text, at + 1, end), end, name, start);

        return text[at] is '=' or '<' or '>' or '!' or '~' or '(' ? new PythonRequirement(name, start, ExactVersion(text, at, end), null, end) : null;
    }

    private static PythonRequirement? ReadAddress(string text, int at, int end, string name, int start)
    {
        var stop = at;
        while (stop < end && text[stop] is not (' ' or '\t'))
            stop++;

        // Only "; " ends an address: a semicolon may be part of it.
        return stop == at ? null : new PythonRequirement(name, start, null, text.Substring(at, stop - at).TrimEnd(';'), at);
    }

    private static string? ExactVersion(string text, int at, int end)
    {
        var marker = text.IndexOf(';', at, end - at);
        var specifier = text.Substring(at, (marker < 0 ? end : marker) - at).Trim(' ', '\t', '(', ')');
        if (!specifier.StartsWith("==", StringComparison.Ordinal) || specifier.Contains(','))
            return null;

        var version = specifier.TrimStart('=').Trim();
        return version.Length > 0 && version.IndexOfAny(['*', ' ']) < 0 ? version : null;
    }

    private static int PassSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;

        return at;
    }

    // Names are ASCII; a look-alike is written with other letters, and read so that it can be told.
    private static bool IsNameCharacter(char c) => c is '-' or '_' or '.' || char.IsLetterOrDigit(c);
}
