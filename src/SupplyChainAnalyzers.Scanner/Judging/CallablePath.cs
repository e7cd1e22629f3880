namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What the segments of a dotted name say beyond its beginning: the way from one module into another.</summary>
internal static class CallablePath
{
    // Names that modules go by after "import numpy as np"; behind them lies another package.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Aliases =
        new HashSet<string>(["np", "pd", "tf", "th", "mp", "sp", "plt", "nd"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Packages nobody names a submodule after.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = new HashSet<string>(
        ["requests", "urllib3", "dill", "cloudpickle", "yaml", "pip", "setuptools", "paramiko", "psutil", "boto3", "fsspec", "IPython", "jinja2", "cffi", "pexpect", "huggingface_hub"],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The effect of what the path leads through; null when nothing in it is known to be dangerous.</summary>
    public static string? Danger(ReadOnlySpan<char> dotted)
    {
        var isStandard = CallableTables.Standard(First(dotted)) is not null;
        for (var start = 0; start < dotted.Length;)
        {
            var rest = dotted[start..];
            var segment = First(rest);
            if (PythonNames.IsDunder(segment) && !(start == 0 && segment is "__main__" or "__mp_main__" or "__torch__" or "__future__" or "__builtin__"))
                return CallableEffects.Reach;

            if (start > 0 && Inside(rest, segment, isStandard) is { } effect)
                return effect;

            start += segment.Length + 1;
        }

        return null;
    }

    /// <summary>
    /// Whether it is a class, directly in a module of a package whose classes hold state, reached through that package's own
    /// modules only; or what Cython makes of such a class (<c>__pyx_unpickle_Tree</c>).
    /// </summary>
    public static bool IsStateClass(ReadOnlySpan<char> dotted)
    {
        var end = dotted.LastIndexOf('.');
        if (end < 0 || !(PythonNames.IsClass(dotted[(end + 1)..]) || dotted[(end + 1)..].StartsWith("__pyx_unpickle_", StringComparison.Ordinal)))
            return false;

        var package = PackageOf(dotted[..end]);
        if (package.Length == 0)
            return false;

        for (var start = 0; start < end;)
        {
            var segment = First(dotted[start..end]);
            var isOwn = start < package.Length;
            if (!isOwn && (CallableTables.Standard(segment) is { IsCommonName: false } || Aliases.Contains(segment) || CallableTables.Danger(segment) is not null || PythonNames.IsClass(segment)))
                return false;

            start += segment.Length + 1;
        }

        return true;
    }

    private static string? Inside(ReadOnlySpan<char> rest, ReadOnlySpan<char> segment, bool isStandard)
    {
        if (CallableTables.Standard(segment) is { IsDangerous: true } module && (isStandard || !module.IsCommonName))
            return module.Effect;

        // "import os as _os" is how modules hide their imports.
        if (segment.Length > 1 && segment[0] == '_' && CallableTables.Standard(segment[1..]) is { IsDangerous: true, IsCommonName: false } hidden)
            return hidden.Effect;

        return Telling.Contains(segment) ? CallableTables.Danger(segment) ?? CallableEffects.Reach : Callables.DangerousPrefix(rest, minSegments: 2);
    }

    private static ReadOnlySpan<char> PackageOf(ReadOnlySpan<char> module)
    {
        while (module.Length > 0 && !CallableTables.IsClassPackage(module))
            module = module.LastIndexOf('.') is >= 0 and var end ? module[..end] : [];

        return module;
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> dotted) => dotted.IndexOf('.') is >= 0 and var end ? dotted[..end] : dotted;
}
