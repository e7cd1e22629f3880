namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What the form of an unknown name, and its use, say about it.</summary>
internal static class PickleReach
{
    // Functions that __reduce__ methods name, in compiled and plain Python: they put an object together again.
    private static readonly string[] Rebuilders = ["reconstruct", "rebuild", "unpickle", "pyx_unpickle", "restore", "from_state", "newobj", "create_from", "make_from"];

    /// <summary>A part of the name between two underscores on each side, which is no module a model's author writes.</summary>
    public static string? Dunder(PickleName name)
    {
        var parts = name.Dotted.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var isDunder = parts[i].Length > 4 && parts[i].StartsWith("__", StringComparison.Ordinal) && parts[i].EndsWith("__", StringComparison.Ordinal);
            var isScript = i == 0 && parts[i] is "__main__" or "__mp_main__" or "__torch__" or "__builtin__";
            if (isDunder && !isScript)
                return parts[i];
        }

        return null;
    }

    /// <summary>
    /// Whether it is a function of scikit-learn or SciPy that is only kept: scores and distances for the model to use later.
    /// </summary>
    public static bool IsKeptFunction(PickleName name, PickleUse use) =>
        name.Root is "sklearn" or "scipy" && !name.IsClass && !name.Attribute.Contains('.') && !use.IsPassed && use.CalledAt is null && use.ConstructedAt is null;

    /// <summary>Whether a function is called that is not made to rebuild objects, with text or with nothing.</summary>
    public static bool IsCalledFunction(PickleName name, PickleUse use)
    {
        if (name.IsClass || (use.CalledAt is null && !use.IsPassed))
            return false;

        var plain = name.Last.TrimStart('_');
        var rebuilds = Array.Exists(Rebuilders, word => plain.StartsWith(word, StringComparison.Ordinal));
        return use.IsPassed ? !rebuilds : use.IsTold && !rebuilds;
    }
}
