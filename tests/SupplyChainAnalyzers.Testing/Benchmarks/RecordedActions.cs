using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>
/// What the compiler asked an analyzer to do about one compilation, in its order, to be done later in one go: so its own work can be
/// timed apart from the compiler's, by one reading of the clock before and one after.
/// </summary>
internal sealed class RecordedActions
{
    private readonly List<Action> _actions = [];

    /// <summary>Time of the processor that the start of the compilation took; it cannot be put off.</summary>
    public TimeSpan Start { get; set; }

    // The compiler takes its contexts back when it is done: later ones are made anew.
#pragma warning disable CS0618 // For whoever drives analyzers by himself, as here.
    public Action<OperationAnalysisContext> Later(Action<OperationAnalysisContext> action) => context =>
    {
        var later = new OperationAnalysisContext(
            context.Operation, context.ContainingSymbol, context.Compilation, context.Options, static _ => { }, static _ => true, context.CancellationToken);
        _actions.Add(() => action(later));
    };

    public Action<SemanticModelAnalysisContext> Later(Action<SemanticModelAnalysisContext> action) => context =>
    {
        var later = new SemanticModelAnalysisContext(context.SemanticModel, context.Options, static _ => { }, static _ => true, context.CancellationToken);
        _actions.Add(() => action(later));
    };
#pragma warning restore CS0618

    public void Run()
    {
        foreach (var action in _actions)
            action();
    }
}
