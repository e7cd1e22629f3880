namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>Which functions of a source run when it is imported: those that code outside functions calls, and those they call.</summary>
internal static class PyReach
{
    public static HashSet<string> AtImport(PyFacts facts)
    {
        var callees = facts.Calls.Where(static call => call.Callee.Kind == PyValueKind.Local)
            .ToLookup(static call => call.Function, static call => call.Callee.Text, StringComparer.Ordinal);
        var byLastName = facts.Functions.ToLookup(static function => function[(function.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { "" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var function))
        {
            foreach (var callee in callees[function].Distinct(StringComparer.Ordinal))
            {
                // A class's call runs its constructor; what object a method belongs to is not known.
                foreach (var target in callee[0] == '.' ? byLastName[callee[1..]] : [callee, callee + ".__init__", callee + ".__new__", callee + ".__call__"])
                {
                    if (facts.Functions.Contains(target) && reached.Add(target))
                        open.Enqueue(target);
                }
            }
        }

        return reached;
    }
}
