using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>The tokens as both parsers consume them, and how deep they are.</summary>
internal sealed class JinjaTokens(List<JinjaToken> tokens)
{
    private const int MaxDepth = 150;

    private int _at;
    private int _depth;

    public JinjaToken Now => tokens[_at];

    public JinjaToken Ahead => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public JinjaToken Take()
    {
        var now = Now;
        if (_at < tokens.Count - 1)
            _at++;
        return now;
    }

    public bool TakeIf(string text)
    {
        if (!Now.IsOperator(text) && !Now.IsWord(text))
            return false;

        Take();
        return true;
    }

    public void Expect(string text)
    {
        if (!TakeIf(text))
            throw Fault($"'{text}' is missing");
    }

    public JinjaToken Expect(JinjaTokenKind kind) => Now.Kind == kind ? Take() : throw Fault($"{kind} is missing");

    public JinjaSyntaxException Fault(string reason) => new(reason, Now.Line);

    /// <exception cref="LimitExceededException">Too deep.</exception>
    public void Enter()
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it has a template nested more than {MaxDepth} deep");
    }

    public void Leave() => _depth--;
}
