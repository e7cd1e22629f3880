using System.Text.RegularExpressions;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What a constant that goes into a call looks like.</summary>
internal static partial class PickleSigns
{
    /// <summary>Code or a command: nothing a harmless class is given. Null when it is none.</summary>
    public static string? OfCode(string text) => text.Length < 4 ? null
        : Code().IsMatch(text) ? "what looks like Python code"
        : Command().IsMatch(text) ? "what looks like a command"
        : null;

    /// <summary>The same, or something that leads out of the file. Null when it is neither.</summary>
    public static string? Of(string text) => OfCode(text) ?? (text.Length < 4 ? null
        : Address().IsMatch(text) ? "what looks like a network address"
        : Place().IsMatch(text) ? "what looks like the path of a file"
        : null);

    [GeneratedRegex("""\b(__import__|__builtins__|__subclasses__|__globals__)\b|\b(exec|eval|compile|open|print|getattr|system|popen|run|spawn)\s*\(|\bimport\s+\w+|\bfrom\s+[\w.]+\s+import\b|\blambda\b[^:]*:|\bdef\s+\w+\s*\(""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("""/bin/|/dev/(tcp|udp|null)|\b(cmd\.exe|powershell|bash|zsh|sh)\s+-|\b(curl|wget|nc|ncat|chmod|chown|rm|touch|cat|echo|ping|nslookup|python3?|perl|whoami|uname|calc\.exe|sudo|kill|mkfifo|ls)\b\s+[-./\w>$'"~]|^\s*(ls|id|whoami|uname|calc|sh|bash|zsh|pwd|env|ps|ifconfig|hostname|true|reboot|calc\.exe)\s*$|\$\(|&&|\|\s*(sh|bash|nc)\b|;\s*(sh|bash|curl|rm|cat)\b|>\s*/""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex("""\b(https?|ftp|file|tcp|ssh|smb|ldap|gopher|data)://|\b\d{1,3}(\.\d{1,3}){3}(:\d{2,5})?\b|\b[\w-]+(\.[\w-]+)+:\d{2,5}\b""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""^(/|~/|\.\./|\.\.\\|[A-Za-z]:\\|\\\\)[\w.$~-]|\.(py|pyc|so|dll|exe|sh|bat|ps1)$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
