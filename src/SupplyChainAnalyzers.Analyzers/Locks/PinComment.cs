namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>
/// The comment that keeps the human name beside a commit: <c>/* v2.1.0 @ models.lock */</c>. It is a block comment so that it
/// fits behind a literal anywhere, and has one form so that a rule can hold it against the lock: a comment can lie.
/// </summary>
internal static class PinComment
{
    private const string Start = "/* ";
    private const string End = " @ models.lock */";

    // A name of the lock becomes source code: nothing that could end a comment or hide in it.
    private const int MaxLength = 100;

    /// <summary>The comment for <paramref name="name"/>; null when the name is not one that a comment may hold.</summary>
    public static string? Of(string name) => IsPlain(name) ? Start + name + End : null;

    /// <summary>The name in a comment of this form, or null.</summary>
    public static string? NameIn(string comment)
    {
        if (comment.Length <= Start.Length + End.Length
            || !comment.StartsWith(Start, StringComparison.Ordinal)
            || !comment.EndsWith(End, StringComparison.Ordinal))
            return null;

        var name = comment.Substring(Start.Length, comment.Length - Start.Length - End.Length);
        return IsPlain(name) ? name : null;
    }

    private static bool IsPlain(string name)
    {
        if (name.Length is 0 or > MaxLength)
            return false;

        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/'))
                return false;
        }

        return true;
    }
}
