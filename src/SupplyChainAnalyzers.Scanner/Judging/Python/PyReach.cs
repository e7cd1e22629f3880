namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// Which functions of a source run when it is imported: those that code outside functions calls, and those they call. Of a method
/// only the name is known, not whose it is: what is reached over one is guessed.
/// </summary>
internal sealed class PyReach
{
    private readonly HashSet<string> _certain;
    private readonly HashSet<string> _guessed;

    private PyReach(HashSet<string> certain, HashSet<string> guessed) => (_certain, _guessed) = (certain, guessed);

    public static PyReach Of(PyFacts facts)
    {
        var callees = facts.Calls.Where(static call => call.Callee.Kind == PyValueKind.Local)
            .ToLookup(static call => call.Function, static call => call.Callee.Text, StringComparer.Ordinal);
        var byLastName = facts.Functions.ToLookup(static function => function[(function.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
        var certain = Closure([""], function => callees[function].Where(static callee => callee[0] != '.').SelectMany(Targets), facts);
        var guessed = Closure(certain, function => callees[function].SelectMany(callee => callee[0] == '.' ? byLastName[callee[1..]] : Targets(callee)), facts);
        return new PyReach(certain, guessed);
    }

    public When When(string function) =>
        _certain.Contains(function) ? Python.When.Import : _guessed.Contains(function) ? Python.When.Use : Python.When.Call;

    private static HashSet<string> Closure(IEnumerable<string> start, Func<string, IEnumerable<string>> next, PyFacts facts)
    {
        var reached = new HashSet<string>(start, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var function))
        {
            foreach (var target in next(function).Distinct(StringComparer.Ordinal))
            {
                if (facts.Functions.Contains(target) && reached.Add(target))
                    open.Enqueue(target);
            }
        }

        return reached;
    }

    // A class's call runs its constructor.
    private static string[] Targets(string callee) => [callee, callee + ".__init__", callee + ".__new__", callee + ".__call__"];
}
