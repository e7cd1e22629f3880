namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>Python source as a string: what eval, exec and their hidden kin are fed with.</summary>
internal static class PythonPatterns
{
    private const string Runs = "is Python code that starts other programs";
    private const string Evaluates = "is Python code that runs further code given as text";
    private const string Connects = "is Python code that opens network connections";
    private const string Loads = "is Python code that loads a pickle or byte code";
    private const string Reaches = "is Python code that reaches for functions it is not given";

    public static readonly TextPattern[] All =
    [
        new("__import__", @"__import__\s*\(", Reaches),
        new("__builtins__", @"__builtins__\b", Reaches),
        new("__subclasses__", @"__subclasses__\b", Reaches),
        new("__globals__", @"__globals__\b", Reaches),
        new("importlib", @"\bimportlib\s*\.\s*import_module\s*\(", Reaches),
        new("getattr", @"\bgetattr\s*\(\s*(?:os|sys|builtins|__builtins__|subprocess)\b", Reaches),
        new("os", @"\b(?:os|posix|nt)\s*\.\s*(?:system|popen|exec[lv]\w*|spawn\w*|startfile|fork|kill|remove|unlink|rmdir|putenv)\s*\(", Runs),
        new("subprocess", @"\bsubprocess\s*\.\s*(?:Popen|run|call|check_call|check_output|getoutput|getstatusoutput)\s*\(", Runs),
        new("subprocess", @"(?:^|[;\n:]|\s)(?:import|from)\s+subprocess\b", Runs),
        new("commands", @"\bcommands\s*\.\s*getoutput\s*\(", Runs),
        new("pty", @"\bpty\s*\.\s*spawn\s*\(", Runs),
        new("exec", @"(?:^|[\s;:(=,])exec\s*\(\s*(?:[a-z_][\w.]*\s*\(|[""'rbfu]|[a-z_]\w*\s*[),.\[])", Evaluates),
        new("eval", @"(?:^|[\s;:(=,])eval\s*\(\s*(?:[a-z_][\w.]*\s*\(|[""'rbfu]|[a-z_]\w*\s*[),.\[])", Evaluates),
        new("compile", @"\bcompile\s*\([^\n]*[""'](?:exec|eval|single)[""']", Evaluates),
        new("b64decode", @"\b(?:base64\s*\.\s*)?b64decode\s*\(", "is Python code that unpacks hidden content"),
        new("marshal", @"\bmarshal\s*\.\s*loads?\s*\(", Loads),
        new("pickle", @"\bc?pickle\s*\.\s*loads?\s*\(", Loads),
        new("socket", @"\bsocket\s*\.\s*(?:socket|create_connection)\s*\(", Connects),
        new("socket", @"(?:^|[;\n])\s*(?:import\s+(?:\w+\s*,\s*)*socket\b|from\s+socket\s+import)", Connects),
        new("urlopen", @"\burl(?:open|retrieve)\s*\(", Connects),
        new("requests", @"\brequests\s*\.\s*(?:get|post|put|request|Session)\s*\(", Connects),
        new("ctypes", @"\bctypes\s*\.\s*(?:CDLL|WinDLL|windll|cdll|pythonapi|memmove)\b", "is Python code that calls native code"),
        new("rmtree", @"\brmtree\s*\(", "is Python code that deletes folders"),
        new("open", @"(?:^|[\s;:(=,])open\s*\(\s*[""'][^""'\n]+[""']\s*,\s*(?:mode\s*=\s*)?[""'][rbt+]*[wax]", "is Python code that writes files"),
        new("open", @"(?:^|[\s;:(=,])open\s*\(\s*[""'][^""'\n]+[""']\s*(?:,\s*[""']rb?[""']\s*)?\)\s*\.\s*read", "is Python code that reads files"),
        new("import", @"(?:^|[;\n])\s*(?:import|from)\s+(?:os|sys|pty|ctypes|shutil|builtins|importlib|runpy|marshal|platform)\b\s*(?:[;\n,.]|as\b|import\b|$)", "is Python code that imports system modules", isSure: false),
        new("child_process", @"require\s*\(\s*[""']child_process", "is JavaScript that starts other programs"),
        new("Runtime", @"java\.lang\.Runtime|Runtime\.getRuntime\s*\(\s*\)\s*\.\s*exec", "is Java code that starts other programs"),
    ];
}
