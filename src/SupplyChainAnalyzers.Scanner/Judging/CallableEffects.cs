namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>The words of the lists for what a name does, and what they mean to a reader.</summary>
internal static class CallableEffects
{
    /// <summary>Nothing of the kind.</summary>
    public const string Harmless = "harmless";

    /// <summary>A module of which only the listed names are known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Attributes lead from any object to any function.</summary>
    public const string Reach = "import-attr";

    /// <summary>To go on after "which".</summary>
    public static string Phrase(string effect) => effect switch
    {
        "process" => "starts other programs",
        "builtins" => "runs code, opens files or reaches any other function",
        "code-eval" => "runs code that it is given as text",
        Reach => "reaches any other function by its name",
        "deserialise" => "loads further objects or code",
        "native" => "calls native code or writes to memory",
        "network" => "opens network connections",
        "filesystem" => "reads or writes files",
        "system" => "changes the running process or its system",
        "decode" => "unpacks content that is hidden in the file",
        _ => "",
    };
}
