namespace SupplyChainAnalyzers.Core.Text;

/// <summary>
/// A pattern of a policy: <c>*</c> stands for any run of characters without '/', <c>**</c> for any run at all, both for
/// none too; every other character is itself, in its case. The pattern covers the whole text. So <c>*.hf.co</c> is every
/// host below hf.co, <c>pkg:huggingface/acme/*</c> every repository of acme, <c>models/**</c> everything below models.
/// No regular expressions: a <c>$</c> accepts a trailing newline, and hostile text must not cost time.
/// </summary>
public sealed class Glob
{
    private readonly Token[]? _tokens;

    /// <summary>Makes a matcher. Every text is a pattern.</summary>
    public Glob(string pattern)
    {
        Pattern = pattern;
        _tokens = pattern.IndexOf('*') < 0 ? null : Parse(pattern);
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Whether it has no <c>*</c>, and so matches itself alone.</summary>
    public bool IsLiteral => _tokens is null;

    /// <summary>Whether all of <paramref name="text"/> is matched, in at most (text + 1) × (pattern + 1) steps.</summary>
    public bool IsMatch(string text) => IsMatch(text, out _);

    internal bool IsMatch(string text, out long steps)
    {
        steps = 0;
        return _tokens is null ? string.Equals(Pattern, text, StringComparison.Ordinal) : Run(_tokens, text, ref steps);
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    // Follows all ways through the pattern at once: place j is open when tokens 0 .. j-1 match what was read so far.
    // No way is tried twice, so there is nothing to blow up; first and last keep short what most patterns need.
    private static bool Run(Token[] tokens, string text, ref long steps)
    {
        var (open, next) = (new bool[tokens.Length + 1], new bool[tokens.Length + 1]);
        open[0] = true;
        var (first, last) = (0, PassRuns(tokens, open, 0, 0, ref steps));
        foreach (var c in text)
        {
            Array.Clear(next, first, Math.Min(last + 2, next.Length) - first);
            var (nextFirst, nextLast) = (int.MaxValue, -1);
            for (var place = first; place <= last && place < tokens.Length; place++)
            {
                steps++;
                if (!open[place] || !tokens[place].Takes(c))
                    continue;

                var to = tokens[place].IsRun ? place : place + 1;
                next[to] = true;
                (nextFirst, nextLast) = (Math.Min(nextFirst, to), Math.Max(nextLast, to));
            }

            if (nextLast < 0)
                return false;

            (open, next) = (next, open);
            (first, last) = (nextFirst, PassRuns(tokens, open, nextFirst, nextLast, ref steps));
        }

        return last == tokens.Length && open[last];
    }

    // A run may be empty: where it can start, what is behind it can too.
    private static int PassRuns(Token[] tokens, bool[] open, int first, int last, ref long steps)
    {
        for (var place = first; place <= last && place < tokens.Length; place++)
        {
            steps++;
            if (!open[place] || !tokens[place].IsRun)
                continue;

            open[place + 1] = true;
            last = Math.Max(last, place + 1);
        }

        return last;
    }

    private static Token[] Parse(string pattern)
    {
        var tokens = new List<Token>(pattern.Length);
        for (var i = 0; i < pattern.Length;)
        {
            if (pattern[i] != '*')
            {
                tokens.Add(new Token(pattern[i++], IsRun: false, CrossesSlash: false));
                continue;
            }

            var start = i;
            while (i < pattern.Length && pattern[i] == '*')
                i++;

            tokens.Add(new Token('*', IsRun: true, CrossesSlash: i - start > 1));
        }

        return [.. tokens];
    }

    private readonly record struct Token(char Character, bool IsRun, bool CrossesSlash)
    {
        public bool Takes(char c) => IsRun ? CrossesSlash || c != '/' : c == Character;
    }
}
