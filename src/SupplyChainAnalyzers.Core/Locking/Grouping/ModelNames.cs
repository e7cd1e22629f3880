using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>Names for new models: valid, unique under case folding, and the same for the same tree.</summary>
internal sealed class ModelNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the first free one of: the model's own name; with its format; with its folder; with a number.</summary>
    public string Choose(ModelGroup group)
    {
        var extension = Path.GetExtension(group.Files[0].Name).TrimStart('.');
        var parent = group.Snapshot is { } snapshot ? snapshot.Commit.Substring(0, 7) : Last(group.OwnsFolder ? RelativePath.Parent(group.Path) : group.Path);
        string[] candidates = [group.Name, group.Snapshot is null && !group.OwnsFolder ? group.Name + "-" + extension : group.Name, group.Snapshot is null ? parent + "-" + group.Name : group.Name + "-" + parent];
        foreach (var candidate in candidates.Select(Valid))
        {
            if (_taken.Add(candidate))
                return candidate;
        }

        for (var number = 2; ; number++)
        {
            var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
            var own = Valid(group.Name);
            var start = own.Substring(0, Math.Min(own.Length, ModelName.MaxLength - suffix.Length));
            var name = start + suffix;
            if (_taken.Add(name))
                return name;
        }
    }

    private static string Last(string path) => path.Substring(path.LastIndexOf('/') + 1);

    // Whatever a name cannot have becomes one '-'. No Unicode decomposition: it works only where ICU is installed.
    private static string Valid(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.')
                text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] != '-')
                text.Append('-');
        }

        var valid = text.ToString().TrimStart('_', '.', '-');
        valid = valid.Substring(0, Math.Min(valid.Length, ModelName.MaxLength)).TrimEnd('.', '-');
        return valid.Length == 0 ? "model" : valid;
    }
}
