using System.Globalization;
using SupplyChainAnalyzers.Core.Sources.Python;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// Reads the expressions in a run of tokens, left to right, notes every call and computes what is constant. It knows no
/// grammar errors: what fits nowhere is stepped over, so that nothing behind it is missed.
/// </summary>
internal sealed class PyExpressions(IReadOnlyList<PyToken> tokens, int start, int end, PyScope scope, PyFacts facts, bool isCertain, int depth = 0)
{
    /// <summary>Brackets in brackets; CPython's own parser stops at 200.</summary>
    private const int MaxDepth = 200;

    private const int MaxCalls = 200_000;
    private const int MaxItems = 100_000;

    private static readonly HashSet<string> Keywords = new(
        ["and", "or", "not", "in", "is", "if", "else", "for", "async", "await", "yield", "from", "return", "None", "True", "False", "raise", "assert", "del", "as", "global", "nonlocal", "pass", "print", "lambda"],
        StringComparer.Ordinal);

    private int _at = start;
    private int _depth = depth;

    /// <summary>The values between the commas.</summary>
    public List<PyValue> ReadAll()
    {
        var values = new List<PyValue>();
        while (_at < end)
        {
            if (tokens[_at].Is(","))
                _at++;
            else if (values.Count < MaxItems)
                values.Add(Sum());
            else
                Sum();
        }

        return values;
    }

    private PyValue Sum()
    {
        var value = Primary();
        while (_at < end && tokens[_at].Kind == PyTokenKind.Operator && tokens[_at].Text is "+" or "%")
        {
            var isSum = tokens[_at++].Text == "+";
            var right = _at < end ? Primary() : PyValue.Unknown;
            value = isSum ? PyFolding.Sum(value, right) : value.IsConstant ? value : PyValue.Unknown;
        }

        return value;
    }

    private PyValue Primary()
    {
        var token = tokens[_at++];
        switch (token.Kind)
        {
            case PyTokenKind.Number:
                return Number(token.Text);
            case PyTokenKind.Operator when token.Text is "(" or "[" or "{":
                return Postfix(Bracket(token.Text), token.Offset, isPlain: false);
            case PyTokenKind.Operator when token.Text is "*" or "**" or "-" or "~" or "@" && _at < end:
                return Nested(Primary);
            case PyTokenKind.Operator:
                return PyValue.Unknown;
            case PyTokenKind.Name when token.Text == "lambda":
                for (; _at < end && !tokens[_at].Is(":"); _at++)
                {
                    // Parameters; what they hide is of no matter in one expression.
                }

                _at++;
                return _at < end ? Nested(Sum) : PyValue.Unknown;
            case PyTokenKind.Name when _at < end && tokens[_at].Is(":="):
                _at++;
                var bound = _at < end ? Nested(Sum) : PyValue.Unknown;
                scope.Bind(token.Text, bound, isCertain);
                return bound;
            case PyTokenKind.Name:
                return Keywords.Contains(token.Text) && !(token.Text == "print" && _at < end && tokens[_at].Is("(")) ? PyValue.Unknown : Postfix(scope.Find(token.Text), token.Offset, isPlain: true);
            default:
                return Postfix(Strings(token), token.Offset, isPlain: false);
        }
    }

    private PyValue Strings(PyToken first)
    {
        var value = String(first);
        while (_at < end && tokens[_at].IsString)
            value = PyFolding.Sum(value, String(tokens[_at++]));

        return value;
    }

    private PyValue String(PyToken token)
    {
        if (token.Kind == PyTokenKind.Format && token.Text.Contains('{', StringComparison.Ordinal) && Enter())
        {
            foreach (var line in new PyTokenizer(token.Text.Replace('{', '(').Replace('}', ')').Replace('\n', ' '), PythonNames.Simplified).Lines())
                new PyExpressions([.. line.Tokens.Select(inner => inner with { Offset = token.Offset })], 0, line.Tokens.Count, scope, facts, isCertain, _depth).ReadAll();
            _depth--;
        }

        return new PyValue(token.Kind == PyTokenKind.Bytes ? PyValueKind.Bytes : PyValueKind.Text, token.Text);
    }

    // What follows a value: .name (arguments) [index]. Plain is a value that only a name led to.
    private PyValue Postfix(PyValue value, int offset, bool isPlain)
    {
        var method = "";
        var owner = PyValue.Unknown;
        while (_at < end && tokens[_at].Kind == PyTokenKind.Operator)
        {
            if (tokens[_at].Text == "." && _at + 1 < end && tokens[_at + 1].Kind == PyTokenKind.Name)
            {
                (owner, method) = (value, tokens[_at + 1].Text);
                value = value.Kind switch
                {
                    PyValueKind.Named => value with { Text = value.Text.Length < Callables.MaxLength ? value.Text + "." + method : value.Text },
                    PyValueKind.Local => value with { Text = value.Text + "." + method },
                    _ => value.IsDecoded ? PyValue.Decoded : PyValue.Unknown,
                };
                _at += 2;
            }
            else if (tokens[_at].Text == "(")
            {
                _at++;
                var arguments = Bracket("(", isCall: true).Items;
                value = Called(value, owner, method, arguments, offset);
                (owner, method, isPlain) = (PyValue.Unknown, "", false);
            }
            else if (tokens[_at].Text == "[")
            {
                _at++;
                value = Indexed(value);
                (owner, method) = (PyValue.Unknown, "");
            }
            else
            {
                break;
            }
        }

        if (isPlain && value.Kind is PyValueKind.Named or PyValueKind.Local && !(_at < end && tokens[_at].Is("=")))
            Note(new PyCall(value, [], scope.Function, offset, IsMention: true));

        return value;
    }

    private PyValue Called(PyValue callee, PyValue owner, string method, IReadOnlyList<PyValue> arguments, int offset)
    {
        if (callee.Kind == PyValueKind.Named)
        {
            Note(new PyCall(callee, arguments, scope.Function, offset, IsMention: false));
            return PyFolding.Call(callee.Text, arguments);
        }

        if (callee.Kind == PyValueKind.Local)
            Note(new PyCall(callee, arguments, scope.Function, offset, IsMention: false));
        else if (method.Length > 0)
            Note(new PyCall(new PyValue(PyValueKind.Local, "." + method), arguments, scope.Function, offset, IsMention: false));
        else if (callee.IsDecoded)
            Note(new PyCall(callee, arguments, scope.Function, offset, IsMention: false));

        return method.Length > 0 ? PyFolding.Method(owner, method, arguments) : callee.IsDecoded ? PyValue.Decoded : PyValue.Unknown;
    }

    private PyValue Indexed(PyValue value)
    {
        var first = _at;
        var index = Bracket("[").Items;
        var isReversed = _at - first == 5 && tokens[first].Is(":") && tokens[first + 1].Is(":") && tokens[first + 2].Is("-") && tokens[first + 3].Text == "1";
        if (isReversed && value.IsConstant)
            return PyFolding.Reversed(value);

        var key = index.Count == 1 ? index[0] : PyValue.Unknown;
        if (value.Kind == PyValueKind.Named && key.IsConstant)
        {
            return value.Text switch
            {
                "sys.modules" => PyValue.Named(key.Text),
                "builtins.globals" or "builtins.locals" or "builtins.vars" => scope.Find(key.Text),
                "builtins" => PyValue.Named("builtins." + key.Text),
                _ when value.Text.EndsWith(".__dict__", StringComparison.Ordinal) => PyValue.Named(value.Text[..^8] + key.Text),
                _ => value,
            };
        }

        if (value.Kind == PyValueKind.List && key.Number is >= 0 and var at && at < value.Items.Count)
            return value.Items[(int)at];

        return value.Kind == PyValueKind.Named ? value : value.IsDecoded ? PyValue.Decoded : PyValue.Unknown;
    }

    // Behind an opening bracket, to the one that closes it. One value in round brackets is that value.
    private PyValue Bracket(string open, bool isCall = false)
    {
        var close = open switch { "(" => ")", "[" => "]", _ => "}" };
        var items = new List<PyValue>();
        var hasComma = false;
        if (!Enter())
        {
            _at = end;
            return PyValue.Unknown;
        }

        while (_at < end && !tokens[_at].Is(close))
        {
            if (tokens[_at].Kind == PyTokenKind.Operator && tokens[_at].Text is "," or ":" or "=" or ")" or "]" or "}")
            {
                hasComma |= tokens[_at++].Text == ",";
                continue;
            }

            if (isCall && _at + 1 < end && tokens[_at].Kind == PyTokenKind.Name && tokens[_at + 1].Is("="))
            {
                _at += 2;
                continue;
            }

            var value = Sum();
            if (items.Count < MaxItems)
                items.Add(value);
        }

        _at++;
        _depth--;
        return items.Count == 1 && !hasComma && open == "(" && !isCall ? items[0] : new PyValue(PyValueKind.List) { Items = items };
    }

    private PyValue Nested(Func<PyValue> read)
    {
        if (!Enter())
        {
            _at = end;
            return PyValue.Unknown;
        }

        var value = read();
        _depth--;
        return value;
    }

    private bool Enter()
    {
        if (_depth >= MaxDepth)
        {
            facts.IsIncomplete = true;
            return false;
        }

        _depth++;
        return true;
    }

    private void Note(PyCall call)
    {
        if (facts.Calls.Count < MaxCalls)
            facts.Calls.Add(call);
        else
            facts.IsIncomplete = true;
    }

    private static PyValue Number(string digits)
    {
        var text = digits.Replace("_", "", StringComparison.Ordinal);
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(isHex ? text.AsSpan(2) : text, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? PyValue.Of(number)
            : PyValue.Unknown;
    }
}
