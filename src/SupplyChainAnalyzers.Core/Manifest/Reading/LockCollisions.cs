using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>
/// Finds declared paths that cannot all exist: one file declared twice, two that a file system takes for one because it
/// ignores case, and a file that is also a folder of another.
/// </summary>
internal static class LockCollisions
{
    // In place of '/', so that everything below a folder sorts directly behind it; no path holds a control character.
    private const char Separator = '\u0001';

    /// <summary>Over all models: two of them may share a folder, never a file.</summary>
    public static void Check(IEnumerable<ModelEntry> models, DocumentErrors errors)
        => Check(models.SelectMany(static model => model.Files.Values.Select(file => new Declared(PathRules.Join(model.Path, file.Path), file.Region, model.Name))), errors);

    /// <summary>Over the files of one data set.</summary>
    public static void Check(IEnumerable<ModelFile> files, DocumentErrors errors)
        => Check(files.Select(file => new Declared(file.Path, file.Region, errors.Model)), errors);

    /// <summary>Names become file names, so they collide as paths do.</summary>
    public static void Check(IEnumerable<(string Name, TextRegion Region)> names, DocumentErrors errors)
        => Check(names.Select(static name => new Declared(name.Name, name.Region, name.Name)), errors);

    private static void Check(IEnumerable<Declared> paths, DocumentErrors errors)
    {
        var declared = paths.ToArray();
        var keys = Array.ConvertAll(declared, static path => PathRules.FoldKey(path.Path).Replace('/', Separator));
        Ordinal.Sort(keys, declared);
        for (var i = 1; i < keys.Length && !errors.Full; i++)
        {
            var same = string.Equals(keys[i - 1], keys[i], StringComparison.Ordinal);
            if (same || IsBelow(keys[i], keys[i - 1]))
                Report(declared[i - 1], declared[i], same, errors);
        }
    }

    private static bool IsBelow(string key, string folder)
        => key.Length > folder.Length && key[folder.Length] == Separator && key.StartsWith(folder, StringComparison.Ordinal);

    private static void Report(Declared one, Declared other, bool same, DocumentErrors errors)
    {
        var (first, second) = one.IsBefore(other) ? (one, other) : (other, one);
        var (shown, earlier) = (Printable.Of(second.Path), FormattableString.Invariant($"'{Printable.Of(first.Path)}' (line {first.Region.Line})"));
        var what = !same ? $"Of '{shown}' and {earlier} one is a file and the other lies in a folder of that name; move one"
            : string.Equals(first.Path, second.Path, StringComparison.Ordinal) ? FormattableString.Invariant($"'{shown}' is declared at line {first.Region.Line} already; keep one")
            : $"'{shown}' and {earlier} are one file where case does not count; rename one";
        var outer = errors.Model;
        errors.Model = second.Model;
        errors.Add(Rules.LockPathCollision, $"{what} and {LockDocument.Relock(errors)}", second.Region);
        errors.Model = outer;
    }

    private readonly record struct Declared(string Path, TextRegion Region, string? Model)
    {
        public bool IsBefore(Declared other) => (Region.Line, Region.Column).CompareTo((other.Region.Line, other.Region.Column)) < 0;
    }
}
