using System.Collections.Frozen;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Judges the names a template reaches for. Everything starts with a member whose name begins with an underscore
/// (jinja2/sandbox.py, is_safe_attribute), with a few other members of Python's inner objects, or with a call by name of a function no
/// template needs. CVE-2024-34359: llama-cpp-python expanded the chat template of a GGUF without a sandbox.
/// </summary>
internal sealed class JinjaReach(ScanContext context, long at)
{
    private const string Effect = "from where a template can run any program";

    // jinja2/sandbox.py: UNSAFE_FUNCTION_ATTRIBUTES and the like.
    private static readonly FrozenSet<string> Internals = FrozenSet.Create(
        StringComparer.Ordinal, "gi_frame", "gi_code", "gi_yieldfrom", "cr_frame", "cr_code", "ag_frame", "ag_code", "f_globals", "f_builtins", "f_locals", "f_back", "tb_frame", "tb_next",
        "func_globals", "func_code", "func_closure", "im_func", "im_self", "im_class", "mro", "co_code", "format_map");

    // Names and numbers: shown by some prompts, harmless where nothing follows.
    private static readonly FrozenSet<string> Descriptive = FrozenSet.Create(StringComparer.Ordinal, "__name__", "__doc__", "__len__", "__version__", "__str__", "__qualname__", "__module__");

    private static readonly FrozenSet<string> Dangerous = FrozenSet.Create(
        StringComparer.Ordinal, "eval", "exec", "execfile", "__import__", "popen", "popen2", "system", "check_output", "check_call", "getoutput", "getstatusoutput", "Popen", "import_module",
        "spawn", "spawnl", "spawnv", "spawnvp", "execl", "execv", "execve", "execvp", "urlopen", "urlretrieve", "load_module", "exec_module", "from_pyfile", "from_object", "runcode", "posix_spawn", "import_string");

    private static readonly FrozenSet<string> Doubtful = FrozenSet.Create(
        StringComparer.Ordinal, "open", "getattr", "setattr", "delattr", "globals", "locals", "vars", "compile", "breakpoint", "input", "lookup", "query", "memoryview", "help");

    // What Flask and Jinja put into every template's reach, and what hangs on it.
    private static readonly FrozenSet<string> Frameworks = FrozenSet.Create(StringComparer.Ordinal, "url_for", "get_flashed_messages", "current_app", "lipsum");

    /// <summary>Whether anything was reported.</summary>
    public bool Found { get; private set; }

    /// <summary>A member is read by a name the template decides.</summary>
    public void Member(JinjaValue target, string name, int line)
    {
        foreach (var part in name.Split('.'))
        {
            if (Internals.Contains(part) && part != "format_map" || (IsDunder(part) && !Descriptive.Contains(part)))
                Harm($"reaches '{Shown(part)}'{Of(target)}, {Effect}", part, line);
            else if (IsDunder(part))
                Doubt($"reaches '{Shown(part)}'{Of(target)}, which no prompt needs", part, line);
            else if (part.Length > 1 && part[0] == '_')
                Doubt($"reaches the private member '{Shown(part)}'{Of(target)}", part, line);
            else if (target.Path == "request" && part is "application" or "environ" || (target.Path == "config" && part is "items" or "from_envvar" or "root_path"))
                Doubt($"reaches '{part}'{Of(target)}, the web server's own state", part, line);
        }
    }

    /// <summary>A member is read by a computed name.</summary>
    public void Member(JinjaValue target, JinjaValue name, int line, bool always)
    {
        foreach (var text in name.Texts)
            Member(target, text, line);
        if (name.IsBuilt || (always && name.IsOpen))
            Doubt($"reads a member{Of(target)} by a name it puts together from pieces", target.Path, line);
    }

    /// <summary>A name stands in the template as a value: kept in a variable, it can be used where it is not followed.</summary>
    public void Value(JinjaValue value, int line)
    {
        foreach (var text in value.Texts)
        {
            if (IsDunder(text) && !Descriptive.Contains(text))
                Doubt($"puts together the name '{Shown(text)}' of Python's internals", text, line);
        }
    }

    /// <summary>Something is called.</summary>
    public void Call(JinjaValue target, string name, bool isMember, int line)
    {
        if (Dangerous.Contains(name))
            Harm($"calls '{Shown(name)}'{(isMember ? Of(target) : "")}, which runs code or programs", name, line);
        else if (!isMember && Doubtful.Contains(name))
            Doubt($"calls '{name}', which no prompt needs", name, line);
    }

    /// <summary>A global of a framework is used.</summary>
    public void Global(string name, int line)
    {
        if (Frameworks.Contains(name))
            Doubt($"uses '{name}', a known way into Python's internals", name, line);
    }

    /// <summary>Python's str.format reads members: <c>'{0.__class__}'</c>.</summary>
    public void Format(JinjaValue format, int line)
    {
        foreach (var text in format.Texts)
        {
            for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
            {
                var close = text.IndexOf('}', open);
                foreach (var part in text[open..(close < 0 ? text.Length : close)].Split('.', '[', ']', '!', ':', '{').Skip(1).Where(static part => part.StartsWith('_')))
                    Member(JinjaValue.Data("format"), part, line);
            }
        }

        if (format.IsBuilt)
            Doubt("formats with a text it puts together from pieces", "format", line);
    }

    /// <summary>Certain harm.</summary>
    public void Harm(string message, string symbol, int line) => Report(Rules.TemplateReachesCode, Severity.Critical, message, symbol, line);

    /// <summary>Nothing an ordinary template does.</summary>
    public void Doubt(string message, string symbol, int line) => Report(Rules.TemplateDoubtful, Severity.Medium, message, symbol, line);

    public static bool IsDunder(string text) => text.Length is > 4 and < 64 && text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal) && text.All(static c => c == '_' || char.IsAsciiLetterOrDigit(c));

    private void Report(Rule rule, Severity severity, string message, string symbol, int line)
    {
        Found = true;
        context.Report(rule, $"holds a template that {message} (line {line} of the template); do not use it", at, severity, symbol);
    }

    private static string Of(JinjaValue target) => target.Path.Length == 0 ? "" : $" of '{Shown(target.Path)}'";

    private static string Shown(string text) => Printable.Of(text, 80);
}
