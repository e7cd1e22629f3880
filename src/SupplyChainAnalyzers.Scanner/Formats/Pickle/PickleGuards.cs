namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Which names those are.</summary>
internal static class PickleGuards
{
    public static PickleGuard Find(string dotted) => dotted switch
    {
        "builtins.getattr" or "__builtin__.getattr" => PickleGuard.Attribute,
        "torch.storage._load_from_bytes" => PickleGuard.Checkpoint,
        _ => PickleGuard.None,
    };
}
