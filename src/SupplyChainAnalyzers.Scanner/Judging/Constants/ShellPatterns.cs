namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>Commands for the shells of Unix and Windows, as droppers write them (MITRE ATT&amp;CK T1059, T1105, T1070.004).</summary>
internal static class ShellPatterns
{
    private const string Start = @"(?:^|[\s;&|(`'""$/=])";

    private const string Downloads = "is a shell command that downloads a program and runs it";
    private const string Opens = "is a shell command that hands this computer to somebody else";
    private const string Hides = "is a shell command that hides another one";
    private const string Persists = "is a shell command that makes a program start again later";

    /// <summary>Telling wherever they stand, even in a text for people.</summary>
    public static readonly TextPattern[] Anywhere =
    [
        new("/dev/tcp/", @"/dev/tcp/[^\s/]+/", Opens),
        new("/dev/udp/", @"/dev/udp/[^\s/]+/", Opens),
        new("nc", Start + @"(?:nc|ncat|netcat)(?:\.exe|\.traditional)?\s[^\n]*-[a-z]*[ec]\s+\S*(?:sh|cmd|bash)", Opens),
        new("mkfifo", Start + @"mkfifo\s+\S+\s*[;&|][^\n]*\bn(?:c|cat)\b", Opens),
        new("socat", Start + @"socat\s[^\n]*exec:", Opens),
        new("powershell", @"powershell(?:\.exe)?\s[^\n]*-e(?:c|nc|ncodedcommand)?\s+[a-z0-9+/=]{16}", Hides),
    ];

    /// <summary>Telling where a constant is no text for people.</summary>
    public static readonly TextPattern[] Commands =
    [
        new("curl", Start + @"curl(?:\.exe)?[ \t][^\n|]*\|\s*(?:sudo[ \t]+)?(?:/\S*/)?(?:ba|z|da|k|a)?sh\b", Downloads),
        new("wget", Start + @"wget(?:\.exe)?[ \t][^\n|]*\|\s*(?:sudo[ \t]+)?(?:/\S*/)?(?:ba|z|da|k|a)?sh\b", Downloads),
        new("curl", Start + @"curl(?:\.exe)?[ \t][^\n]*(?:https?:|ftp:|[a-z0-9-]+\.[a-z]{2}|[0-9]\.[0-9]|\$)", "is a shell command that talks to a computer on the network"),
        new("wget", Start + @"wget(?:\.exe)?[ \t][^\n]*(?:https?:|ftp:|[a-z0-9-]+\.[a-z]{2}|[0-9]\.[0-9])", Downloads),
        new("sh", @"(?:^|[\s;&|(`'""/])(?:ba|z|da|k|a)?sh[ \t]+-[a-z]*[ic][a-z]*\b", "starts a shell"),
        new("/bin/", @"(?:^|[\s'""!`])/bin/(?:ba|z|da|k|a)?sh\b", "starts a shell"),
        new("cmd", Start + @"cmd(?:\.exe)?[ \t]+/[ck]\b", "starts a shell"),
        new("powershell", Start + @"powershell(?:\.exe)?[ \t]+-", "starts a shell"),
        new("iex", Start + @"iex[ \t]*\([ \t]*(?:new-object|iwr|invoke-|\(|\$|\[|[""'])", Hides),
        new("invoke-expression", "invoke-expression", Hides),
        new("downloadstring", @"downloadstring\s*\(", Downloads),
        new("invoke-webrequest", @"invoke-webrequest\s", Downloads),
        new("certutil", Start + @"certutil(?:\.exe)?[ \t][^\n]*-(?:urlcache|decode)", Downloads),
        new("bitsadmin", Start + @"bitsadmin(?:\.exe)?[ \t]+/transfer", Downloads),
        new("mshta", Start + @"mshta(?:\.exe)?[ \t]+\S*(?:https?|javascript|vbscript):", Downloads),
        new("schtasks", Start + @"schtasks(?:\.exe)?[ \t]+/create", Persists),
        new("currentversion\\run", @"\\currentversion\\+run", Persists),
        new("crontab", Start + @"crontab[ \t]+(?:-|/)", Persists),
        new("systemctl", Start + @"systemctl[ \t]+(?:--\S+[ \t]+)*(?:enable|start|stop|disable)\s", Persists),
        new("base64", Start + @"base64[ \t]+(?:-d|-D|--decode)\b", Hides),
        new("eval", Start + @"eval[ \t]+[""']?(?:\$\(|`)", Hides),
        new("chmod", Start + @"chmod[ \t]+(?:-\S+[ \t]+)*(?:[ugoa]*\+[rws]*x|[0-7]?[0-7]*7[0-7]*)[ \t]+\S", "is a shell command that makes a file a program"),
        new("rm", Start + @"rm[ \t]+(?:-\S+[ \t]+)*-(?:[a-z]*r[a-z]*|-recursive)(?:[ \t]+-\S+)*[ \t]+\S", "is a shell command that deletes folders"),
        new("del", Start + @"(?:del|rd|rmdir)[ \t]+/[a-z](?:[ \t]+/[a-z])*[ \t]+\S", "is a shell command that deletes folders"),
        new("dd", Start + @"dd[ \t]+if=\S+[ \t]+of=/dev/", "is a shell command that overwrites a disk"),
        new("mkfs", Start + @"mkfs(?:\.\w+)?[ \t]+/dev/", "is a shell command that overwrites a disk"),
        new(":(){", @":\(\)\s*\{\s*:\s*\|\s*:", "is a shell command that starts copies of itself without end"),
        new("-e", Start + @"(?:perl|ruby|php|node|lua)[ \t]+-[er][ \t]+\S", "is a shell command that runs a program given as text"),
        new("-c", Start + @"(?:python[0-9.]*|pypy[0-9]*)(?:\.exe)?[ \t]+-c\s*\S", "is a shell command that runs a program given as text"),
        new("pip", Start + @"pip[0-9.]*[ \t]+install[ \t]+[^\n]*(?:https?:|git\+|--index-url|--extra-index-url|-i\s)", "is a shell command that installs a package from an address"),
        new("nohup", Start + @"nohup[ \t]+\S", "is a shell command that leaves a program running"),
        new(">", @"(?:^|[\s0-9&])>>?\s*(?:~|\$HOME|/home/[^/\s]+|/root|/etc)/\S", "is a shell command that writes to system or user settings"),
        new("scp", Start + @"scp[ \t]+(?:-\S+[ \t]+)*\S+[ \t]+\S+@\S+:", "is a shell command that sends files away"),
        new("insmod", Start + @"(?:insmod|modprobe)[ \t]+\S", "is a shell command that loads a driver"),
        new("LD_PRELOAD", @"LD_PRELOAD\s*=", "makes other programs load a library"),
        new("xmrig", "xmrig", "starts a program that mines currency"),
        new("stratum+tcp", @"stratum\+tcp://", "starts a program that mines currency"),
    ];

    /// <summary>Whole texts that are commands, if harmless ones: what proofs of concept run.</summary>
    public static readonly TextPattern[] Whole =
    [
        new("", @"^\s*(?:cat|ls|cp|mv|mkdir|ln|find|tail|head|open|sudo|tee|touch|unzip|tar|source|ping|nslookup|dig)(?:\s+-\S+)*\s+(?:[/~$][\w./]|\.{1,2}/)[^\n]*$", "is a shell command", isSure: false),
        new("", @"^\s*(?:touch\s+[\w.-]+|sleep\s+\d+|kill\s+-\d+\s+\S+|killall\s+\S+|pkill\s+\S+|ping\s+-\S+\s[^\n]+|nslookup\s+\S+\.\S+|sudo\s+-?\w[^\n]*)\s*$", "is a shell command", isSure: false),
        new("", @"^\s*(?:whoami|uname\s+-\w+|ifconfig|ipconfig(?:\s+/all)?|ip\s+addr|printenv|ps\s+-\w+|ps\s+aux|netstat\s+-\w+|(?:open\s+-a\s+)?calc(?:ulator)?(?:\.exe|\.app)|notepad\.exe|xcalc|gnome-calculator|reboot|shutdown\s+[-/][^\n]*|ls\s+-\w+)\s*$", "is a shell command", isSure: false),
        new("echo", @"^\s*echo\s+[^\n]*(?:>|\||&&|;|\$\(|`)", "is a shell command", isSure: false),
        new("echo", @"^\s*echo\s+['""]?[^\n]*\b(?:pwn|hack|exploit|rce|injected|malicious|compromis|executed)", "is a shell command", isSure: false),
    ];
}
