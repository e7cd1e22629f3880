namespace SupplyChainAnalyzers.Core.Locking.GitIgnore;

/// <summary>
/// git's wildcard language over the UTF-8 bytes of a path: <c>*</c> and <c>?</c> within a segment, <c>**/</c>, <c>/**/</c>
/// and <c>/**</c> across, bracket expressions, backslash escapes.
/// Runs all alternatives at once, so the time is at most pattern length × text length, whatever the pattern.
/// </summary>
internal sealed class WildMatch
{
    private readonly Token[] _tokens;

    private WildMatch(Token[] tokens) => _tokens = tokens;

    /// <summary>Compiles <paramref name="pattern"/>; null when it can match nothing (an open bracket, a trailing backslash).</summary>
    public static WildMatch? TryParse(byte[] pattern)
    {
        var tokens = new List<Token>(pattern.Length);
        for (var at = 0; at < pattern.Length;)
        {
            switch (pattern[at])
            {
                case (byte)'*':
                    AddStars(pattern, ref at, tokens);
                    break;

                case (byte)'?':
                    tokens.Add(new Token(TokenKind.AnyOne));
                    at++;
                    break;

                case (byte)'[':
                    if (CharacterClass.Read(pattern, ref at) is not { } set)
                        return null;

                    tokens.Add(new Token(TokenKind.Class, Set: set));
                    break;

                case (byte)'\\':
                    if (at + 1 == pattern.Length)
                        return null;

                    tokens.Add(new Token(TokenKind.Literal, pattern[at + 1]));
                    at += 2;
                    break;

                default:
                    tokens.Add(new Token(TokenKind.Literal, pattern[at++]));
                    break;
            }
        }

        return new WildMatch([.. tokens]);
    }

    /// <summary>Whether the pattern covers <paramref name="text"/> from <paramref name="start"/> to its end.</summary>
    public bool IsMatch(byte[] text, int start)
    {
        // states[i]: the tokens before i have matched what was read so far.
        var states = new bool[_tokens.Length + 1];
        Enter(states, 0);
        for (var i = start; i < text.Length; i++)
        {
            var next = new bool[states.Length];
            var alive = false;
            for (var state = 0; state < _tokens.Length; state++)
            {
                if (!states[state] || !_tokens[state].Accepts(text[i]))
                    continue;

                Enter(next, _tokens[state].Repeats ? state : state + 1);
                alive = true;
            }

            if (!alive)
                return false;

            states = next;
        }

        return states[_tokens.Length];
    }

    // Reaches a state and all that follow without reading a byte.
    private void Enter(bool[] states, int state)
    {
        while (!states[state])
        {
            states[state] = true;
            if (state == _tokens.Length || !_tokens[state].IsOptional)
                return;

            if (_tokens[state].Kind == TokenKind.Fork)
                Enter(states, state + DirectoriesLength);
            state++;
        }
    }

    // "**" counts as such only as a whole segment; elsewhere any number of stars is one star.
    private static void AddStars(byte[] pattern, ref int at, List<Token> tokens)
    {
        var first = at;
        while (at < pattern.Length && pattern[at] == '*')
            at++;

        var isSegment = at - first > 1
            && (first == 0 || pattern[first - 1] == '/')
            && (at == pattern.Length || pattern[at] == '/' || (pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] == '/'));
        if (!isSegment)
        {
            tokens.Add(new Token(TokenKind.Star));
        }
        else if (at < pattern.Length && pattern[at] == '/')
        {
            // Nothing at all, or any folders with the slash after them.
            tokens.Add(new Token(TokenKind.Fork));
            tokens.Add(new Token(TokenKind.AnyRun));
            tokens.Add(new Token(TokenKind.Literal, (byte)'/'));
            at++;
        }
        else
        {
            tokens.Add(new Token(TokenKind.AnyRun));
        }
    }

    // Fork, AnyRun, '/'.
    private const int DirectoriesLength = 3;

    private enum TokenKind
    {
        Literal,
        AnyOne,
        Class,
        Star,
        AnyRun,
        Fork,
    }

    private readonly record struct Token(TokenKind Kind, byte Byte = 0, bool[]? Set = null)
    {
        public bool Repeats => Kind is TokenKind.Star or TokenKind.AnyRun;

        public bool IsOptional => Repeats || Kind == TokenKind.Fork;

        public bool Accepts(byte value) => Kind switch
        {
            TokenKind.Literal => value == Byte,
            TokenKind.AnyOne or TokenKind.Star => value != '/',
            TokenKind.Class => Set![value],
            TokenKind.AnyRun => true,
            _ => false,
        };
    }
}
