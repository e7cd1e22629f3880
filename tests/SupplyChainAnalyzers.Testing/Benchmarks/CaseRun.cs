using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>The turns of one project, as they come in.</summary>
internal sealed class CaseRun(Func<DiagnosticAnalyzer> create, CSharpCompilation compilation)
{
    private readonly List<AnalyzerTurn> _own = [];
    private readonly List<AnalyzerTurn> _empty = [];
    private readonly List<AnalyzerTurn> _compile = [];
    private readonly List<double> _added = [];
    private int _collections;

    public AnalyzerCost Result => new(
        compilation.SyntaxTrees.Length,
        compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count),
        Milliseconds(_own),
        Quartiles.Of(_own.Select(static turn => (double)turn.Bytes)).Median,
        Quartiles.Of(_added),
        Milliseconds(_empty),
        Milliseconds(_compile),
        _collections);

    public async Task TurnAsync(bool isWarmUp)
    {
        var own = await AnalyzerTimer.OwnAsync(create(), compilation);
        var compile = AnalyzerTimer.Emit(compilation);
        // There and back: what grows slower by the minute counts once for each side.
        AnalyzerTurn[] looks = [With(), Without(), Without(), With()];
        if (isWarmUp)
            return;

        _own.Add(own);
        _compile.Add(compile);
        _empty.AddRange(looks[1..3]);
        _added.Add(((looks[0].Time - looks[1].Time) + (looks[3].Time - looks[2].Time)).TotalMilliseconds / 2);
        _collections += looks.Append(own).Append(compile).Sum(static turn => turn.Collections);

        AnalyzerTurn With() => AnalyzerTimer.Look([create()], compilation);
        AnalyzerTurn Without() => AnalyzerTimer.Look([new RecordingAnalyzer(create(), null)], compilation);
    }

    private static Quartiles Milliseconds(List<AnalyzerTurn> turns) => Quartiles.Of(turns.Select(static turn => turn.Time.TotalMilliseconds));
}
