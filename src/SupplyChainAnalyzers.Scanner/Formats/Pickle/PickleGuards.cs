namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Which names those are.</summary>
internal static class PickleGuards
{
    public static PickleGuard Find(string dotted) => dotted switch
    {
        "builtins.getattr" or "__builtin__.getattr" => PickleGuard.Attribute,
        "dill._dill._load_type" or "dill.dill._load_type" => PickleGuard.Type,
        "builtins.type" or "__builtin__.type" or "builtins.iter" or "__builtin__.iter" or "operator.itemgetter" or "_operator.itemgetter" => PickleGuard.Constant,
        "torch.storage._load_from_bytes" => PickleGuard.Checkpoint,
        "functools.partial" or "numpy.vectorize" or "numpy.lib.function_base.vectorize" or "dill._dill._create_array" or "dill.dill._create_array" => PickleGuard.Partial,
        _ => PickleGuard.None,
    };
}
