namespace SupplyChainAnalyzers.Scanner.Judging.Constants;

/// <summary>Addresses and files that no model has a use for: services that take stolen data, tunnels, keys, accounts.</summary>
internal static class PlacePatterns
{
    private const string Collects = "is an address of the kind that stolen data is sent to";
    private const string Secret = "is the place of keys or accounts of this computer";

    public static readonly TextPattern[] All =
    [
        new("webhook.site", @"webhook\.site", Collects),
        new("discord", @"discord(?:app)?\.com/api/webhooks", Collects),
        new("telegram.org/bot", @"api\.telegram\.org/bot", Collects),
        new("hooks.slack.com", @"hooks\.slack\.com/services", Collects),
        new("requestbin", @"requestbin\.", Collects),
        new("pipedream.net", @"\.m\.pipedream\.net|pipedream\.net", Collects),
        new("interact.sh", @"\binteract\.sh", Collects),
        new(".oast.", @"\.oast\.(?:fun|pro|live|site|online|me)\b", Collects),
        new("burpcollaborator", @"burpcollaborator\.net", Collects),
        new("oastify", @"oastify\.com", Collects),
        new("dnslog.cn", @"dnslog\.cn", Collects),
        new("ceye.io", @"\.ceye\.io", Collects),
        new("ngrok", @"\bngrok(?:-free)?\.(?:io|app|dev)", "is the address of a tunnel into somebody's computer"),
        new("trycloudflare", @"\.trycloudflare\.com", "is the address of a tunnel into somebody's computer"),
        new("serveo", @"\bserveo\.net", "is the address of a tunnel into somebody's computer"),
        new("pastebin.com/raw", @"pastebin\.com/raw/", "is an address of the kind that programs are fetched from"),
        new("transfer.sh", @"\btransfer\.sh/", Collects),
        new(".onion", @"://[a-z2-7]{16,56}\.onion\b", Collects),
        new("://", @"(?:https?|ftp|tcp|ws)://[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?::[0-9]+)?", "is an address without a name", isSure: false),
        new("://", @"https?://[^\s""'<>]+\.(?:sh|exe|ps1|bat|dll|scr|vbs|hta|msi|elf)(?:$|[\s""'?#])", "is the address of a program", isSure: false),
        new("/etc/", @"/etc/(?:passwd|shadow|sudoers|crontab|cron\.\w+|ld\.so\.preload|profile\.d|rc\.local)\b", Secret),
        new(".ssh", @"\.ssh[/\\](?:id_\w+|authorized_keys|config|known_hosts)", Secret),
        new("id_rsa", @"\bid_(?:rsa|ed25519|ecdsa|dsa)\b", Secret),
        new(".aws", @"\.aws[/\\](?:credentials|config)", Secret),
        new(".kube", @"\.kube[/\\]config", Secret),
        new(".docker", @"\.docker[/\\]config\.json", Secret),
        new(".netrc", @"(?:^|[/\\~])\.netrc\b", Secret),
        new(".git-credentials", @"\.git-credentials", Secret),
        new("/proc/self", @"/proc/(?:self|\d+)/(?:environ|mem|maps|cmdline)", Secret),
        new("169.254.169.254", @"169\.254\.169\.254", "is the place of a cloud computer's keys"),
        new("metadata.google", @"metadata\.google\.internal", "is the place of a cloud computer's keys"),
        new("system32", @"[a-z]:[\\/]+windows[\\/]+system32", Secret),
        new("_history", @"\.(?:bash|zsh|python)_history\b", Secret),
        new("wallet.dat", @"\bwallet\.dat\b", Secret),
        new("Login Data", @"Chrome[/\\][^\n]*Login Data", Secret),
    ];

    /// <summary>Whole texts.</summary>
    public static readonly TextPattern[] Whole =
    [
        new(":", @"^\s*(?:[0-9]{1,3}\.){3}[0-9]{1,3}:[0-9]{2,5}\s*$", "is an address and port", isSure: false),
        new(".", @"^\s*(?:~|/root|/home/[^/\s]+)/\.[\w./-]+\s*$", "is a hidden file of a user", isSure: false),
    ];
}
