using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Walks a template's statements over abstract values: every branch, every body once a pass, and passes until no variable
/// changes any more. Nothing loops as often as the template says.
/// </summary>
internal sealed class JinjaEvaluator
{
    private const int MaxPasses = 6;
    private const int MaxSteps = 3_000_000;

    private readonly JinjaScope _scope = new();
    private readonly JinjaReach _reach;
    private readonly JinjaCosts _costs;
    private readonly JinjaExpressions _expressions;
    private readonly Neighbours _beside;
    private int _steps;

    public JinjaEvaluator(JinjaReach reach, JinjaCosts costs, Neighbours beside)
    {
        (_reach, _costs, _beside) = (reach, costs, beside);
        _expressions = new JinjaExpressions(_scope, reach, costs, Step);
    }

    /// <exception cref="LimitExceededException">Too much to follow.</exception>
    public void Run(IReadOnlyList<JinjaStatement> template)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            _scope.Changed = false;
            Body(template);
            if (!_scope.Changed)
                return;
        }
    }

    private void Step()
    {
        if (++_steps > MaxSteps)
            throw new LimitExceededException("it has a template that takes too long to follow");
    }

    // What it writes to the output.
    private JinjaValue Body(IReadOnlyList<JinjaStatement> body)
    {
        var output = JinjaValue.Of("");
        foreach (var statement in body)
        {
            if (Statement(statement) is { } text)
                output = JinjaOperators.Concatenate(output, text);
        }

        return output;
    }

    private JinjaValue? Statement(JinjaStatement statement)
    {
        Step();
        switch (statement)
        {
            case JinjaStatement.Data data:
                return JinjaValue.Of(data.Text);
            case JinjaStatement.Output output:
                return _expressions.Of(output.Value);
            case JinjaStatement.Do run:
                _expressions.Of(run.Value);
                return null;
            case JinjaStatement.Set set:
                Set(set);
                return null;
            case JinjaStatement.SetBlock block:
                return SetBlock(block);
            case JinjaStatement.For loop:
                return For(loop);
            case JinjaStatement.If branches:
                return If(branches);
            case JinjaStatement.Macro macro:
                return Macro(macro);
            case JinjaStatement.Group group:
                return Body(group.Body);
            case JinjaStatement.Load load:
                Load(load);
                return JinjaValue.Computed;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void Set(JinjaStatement.Set set)
    {
        if (JinjaDoubling.Is(set))
            _costs.Doubling(set.Line);
        Assign(set.Target, _expressions.Of(set.Value), set.Line);
    }

    private void Assign(JinjaExpression target, JinjaValue value, int line)
    {
        _reach.Value(value, line);
        switch (target)
        {
            case JinjaExpression.Name name:
                _scope.Add(name.Text, value);
                break;
            case JinjaExpression.Attribute member:
                _reach.Member(JinjaValue.Data(JinjaPath.Of(member.Target)), member.Member, line);
                _scope.Add(JinjaPath.Of(member), value);
                break;
            case JinjaExpression.Sequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                    Assign(sequence.Items[i], JinjaOperators.Item(value, i), line);
                break;
        }
    }

    private JinjaValue? SetBlock(JinjaStatement.SetBlock block)
    {
        var value = Body(block.Body);
        foreach (var filter in block.Filters)
            value = _expressions.Filter(value, filter);
        if (block.Target is null)
            return value;

        Assign(block.Target, value, block.Line);
        return null;
    }

    private JinjaValue For(JinjaStatement.For loop)
    {
        var values = _expressions.Of(loop.Values);
        var items = JinjaOperators.Items(values);
        Assign(loop.Target, items, loop.Line);
        if (loop.Condition is not null)
            _expressions.Of(loop.Condition);

        var outer = _costs.Enter(JinjaOperators.Count(values), loop.Line);
        var body = Body(loop.Body);
        _costs.Leave(outer);

        // What several rounds write one after another is not followed, only what one does.
        var rounds = JinjaValue.Join(body, body.Texts.Any(static text => text.Length > 0) || body.IsOpen ? Rounds(values, body) : JinjaValue.Computed);
        return JinjaValue.Join(rounds, Body(loop.Else));
    }

    // {% for c in '__class__' %}{{ c }}{% endfor %} writes a name, letter by letter.
    private static JinjaValue Rounds(JinjaValue values, JinjaValue body) =>
        body.IsBuilt || body.Texts.Any(static text => text.Contains('_', StringComparison.Ordinal)) || values.Texts.Any(static text => text.Contains('_', StringComparison.Ordinal)) ? JinjaValue.Assembled : JinjaValue.Computed;

    private JinjaValue If(JinjaStatement.If branches)
    {
        var result = JinjaValue.Nothing;
        var hasElse = false;
        foreach (var (test, body) in branches.Branches)
        {
            if (test is not null)
                _expressions.Of(test);
            hasElse |= test is null;
            result = JinjaValue.Join(result, Body(body));
        }

        return hasElse ? result : JinjaValue.Join(result, JinjaValue.Of(""));
    }

    private JinjaValue? Macro(JinjaStatement.Macro macro)
    {
        foreach (var (name, value) in macro.Parameters)
        {
            if (value is not null)
                _scope.Add(name, _expressions.Of(value));
        }

        if (macro.Name is not null)
            _scope.Macros[macro.Name] = macro;

        var result = Body(macro.Body);
        _scope.Results[macro.Name ?? "caller"] = JinjaValue.Join(result, macro.Name is null && _scope.Results.TryGetValue("caller", out var other) ? other : JinjaValue.Nothing);
        return macro.Call is null ? null : _expressions.Of(macro.Call);
    }

    private void Load(JinjaStatement.Load load)
    {
        foreach (var name in load.Names)
            _reach.Member(JinjaValue.Data("template"), name, load.Line);

        var file = _expressions.Of(load.Name);
        var isLocal = !file.IsOpen && file.Texts.Any() && file.Texts.All(static text => text.Length > 0 && text[0] is not ('/' or '\\' or '~') && !text.Contains("..", StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal));
        if (!isLocal && !file.IsOpen)
            _reach.Harm($"reads a file outside of the model ({load.Word} '{Core.Text.Printable.Of(file.Texts.FirstOrDefault() ?? "", 60)}')", load.Word, load.Line);
        else if (!isLocal || !file.Texts.All(IsBeside))
            _reach.Doubt($"loads another file ({load.Word} '{Core.Text.Printable.Of(file.Texts.FirstOrDefault() ?? "", 60)}')", load.Word, load.Line);
    }

    // A prompt library ships the files it includes.
    private bool IsBeside(string file) => file.Split('/') is [var folder, _, ..] ? _beside.Names.Contains(folder + "/") : _beside.Names.Contains(file);
}
