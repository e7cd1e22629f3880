namespace SupplyChainAnalyzers.Core.Locking.GitIgnore;

/// <summary>
/// The .gitignore files that count in one folder: its own, then those of the folders above. The innermost file that
/// names a path decides. A folder that is ignored is not entered, so nothing below it can be included again.
/// </summary>
internal sealed class IgnoreScope
{
    private readonly IgnoreScope? _outer;
    private readonly IgnoreFile _file;
    private readonly int _baseLength;

    private IgnoreScope(IgnoreScope? outer, IgnoreFile file, int baseLength)
    {
        _outer = outer;
        _file = file;
        _baseLength = baseLength;
    }

    /// <summary>Adds the file of <paramref name="folder"/>, which is relative to the walk's root; "" is the root.</summary>
    public static IgnoreScope? Add(IgnoreScope? outer, string folder, IgnoreFile? file) =>
        file is null ? outer : new IgnoreScope(outer, file, folder.Length == 0 ? 0 : folder.Length + 1);

    /// <summary>Whether <paramref name="path"/> (relative to the walk's root, '/' separated) is ignored.</summary>
    public static bool IsIgnored(IgnoreScope? scope, string path, bool isDirectory)
    {
        for (; scope is not null; scope = scope._outer)
        {
            if (scope._file.Decide(path.Substring(scope._baseLength), isDirectory) is { } ignored)
                return ignored;
        }

        return false;
    }
}
