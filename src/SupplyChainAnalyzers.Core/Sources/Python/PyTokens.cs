namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>The tokens of a logical line, and which brackets belong together.</summary>
internal sealed class PyTokens
{
    private readonly IReadOnlyList<PyToken> _tokens;
    private readonly int[] _close;

    public PyTokens(IReadOnlyList<PyToken> tokens)
    {
        _tokens = tokens;
        _close = new int[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            _close[i] = -1;
            if (tokens[i].Kind != PyTokenKind.Operator)
                continue;

            if (tokens[i].Text is "(" or "[" or "{")
                open.Push(i);
            else if (tokens[i].Text is ")" or "]" or "}" && open.Count > 0)
                _close[open.Pop()] = i;
        }
    }

    public int Count => _tokens.Count;

    public PyToken this[int index] => _tokens[index];

    /// <summary>The bracket that closes the one at <paramref name="index"/>; the end of the line when none does.</summary>
    public int Close(int index) => _close[index] < 0 ? Count : _close[index];

    public bool Is(int index, string text) => index >= 0 && index < Count && _tokens[index].Is(text);

    public bool IsName(int index) => index >= 0 && index < Count && _tokens[index].Kind == PyTokenKind.Name;

    public bool IsOpen(int index) => _tokens[index].Kind == PyTokenKind.Operator && _tokens[index].Text is "(" or "[" or "{";

    /// <summary>The first token that is <paramref name="text"/> outside of brackets; <paramref name="end"/> when there is none.</summary>
    public int Find(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Is(text))
                return i;
            if (IsOpen(i))
                i = Close(i);
        }

        return end;
    }
}
