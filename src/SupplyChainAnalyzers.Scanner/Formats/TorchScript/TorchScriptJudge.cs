using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TorchScript;

/// <summary>Judges the names in TorchScript's code. torch's own operators compute, but for few; other namespaces need a library.</summary>
internal sealed class TorchScriptJudge(ScanContext context)
{
    private const int MaxTold = 1000;
    private const string Types = "__torch__."; // classes of the model itself, named after where they stood in Python

    private static readonly Lazy<OperatorTable> Operators = OperatorTable.Named("torchscript-operators");
    private static readonly string[] PythonOnly = ["eval", "exec", "open", "compile", "__import__", "globals", "locals", "input", "breakpoint"];

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private bool _isFrom;

    /// <summary>Judges one name.</summary>
    /// <param name="name">With its dots.</param>
    /// <param name="before">The token before it.</param>
    /// <param name="isCalled">Whether a call follows.</param>
    /// <param name="position">Where it stands.</param>
    public void Judge(string name, string before, bool isCalled, int position)
    {
        if (before is "import" or "from")
            JudgeImport(name, before, position);
        else if (isCalled && Array.IndexOf(PythonOnly, name) >= 0 && before != "def")
            Foreign(name, Severity.High, position);
        else if (name.Split('.') is { Length: >= 2 } parts && before != ".")
            JudgeDotted(name, parts, position);
    }

    /// <summary>A call of a Python function by the sign that only old exporters wrote.</summary>
    public void JudgePython(int position) => Runs("^", "calls a Python function", Severity.High, position);

    private void JudgeDotted(string name, string[] parts, int position)
    {
        var from = name.StartsWith(Types, StringComparison.Ordinal) ? 1 : 0;
        if (parts.Length > from + 3 && parts[from] == "torch" && parts[from + 1] == "classes")
            Operator(name, parts[from + 2], parts[from + 3], position);
        else if (from > 0)
            return;
        else if (parts is ["torch", "ops", var space, var operation, ..])
            Operator(name, space, operation, position);
        else if (parts is ["ops", var namespaced, var operated, ..])
            Operator(name, namespaced, operated, position);
        else if (parts is ["torch", "distributed", ..])
            Runs(name, "talks to other machines", Severity.High, position);
        else if (parts is ["torch", var function, ..])
            Operator(name, "aten", function, position);
    }

    private void Operator(string name, string space, string operation, int position)
    {
        var reach = Operators.Value.KeyOf(space + "." + operation) ?? Operators.Value.KeyOf(space);
        switch (reach)
        {
            case "builtin":
                break;
            case "file":
                Runs(name, "reads or writes files", Severity.High, position);
                break;
            case "python":
                Runs(name, "runs Python code", Severity.High, position);
                break;
            case "network":
                Runs(name, "talks to other machines", Severity.High, position);
                break;
            default:
                Needs(name, reach == "known" ? "is part of a known library for torch" : "is no part of torch", reach == "known" ? Severity.Info : Severity.Medium, position);
                break;
        }
    }

    // Early versions import the model's own classes from each other.
    private void JudgeImport(string name, string before, int position)
    {
        var isPart = _isFrom && before == "import";
        _isFrom = before == "from";
        if (!isPart && name != "__torch__" && !name.StartsWith(Types, StringComparison.Ordinal))
            Foreign("import " + name, Callables.Judge(name).Risk == CallableRisk.Dangerous ? Severity.High : Severity.Medium, position);
    }

    private void Foreign(string name, Severity severity, int position)
    {
        if (_told.Count < MaxTold && _told.Add(name))
            context.Report(Rules.GraphRunsCode, $"has '{Printable.Of(name, 80)}' where only TorchScript belongs, which is Python that torch itself never writes there; do not use it", position, severity, name);
    }

    private void Runs(string name, string what, Severity severity, int position)
    {
        if (_told.Count < MaxTold && _told.Add(name))
            context.Report(Rules.GraphRunsCode, $"uses {Printable.Of(name, 80)} in its code, which {what} when the model runs; do not use it", position, severity, name);
    }

    private void Needs(string name, string what, Severity severity, int position)
    {
        if (_told.Count < MaxTold && _told.Add(name))
        {
            context.Report(
                Rules.CustomOperator,
                $"needs {Printable.Of(name, 80)}, which {what}: to run it, code from elsewhere has to be loaded; use it only if you know that library",
                position,
                severity,
                name);
        }
    }
}
