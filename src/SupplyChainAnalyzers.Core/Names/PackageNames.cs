using System.Text;

namespace SupplyChainAnalyzers.Core.Names;

/// <summary>Finds names of packages that live from being taken for another one that people use with models.</summary>
public static class PackageNames
{
    private const int MaxLength = 200;
    private const int MinLength = 5;

    private static readonly Lazy<NameIndex> Python = new(static () => Index(WellKnownNames.PythonPackages));
    private static readonly Lazy<NameIndex> NuGet = new(static () => Index(WellKnownNames.NuGetPackages));

    // Prefixes that the registry gives to their owner alone.
    private static readonly string[] Reserved = ["Microsoft.", "System.", "Azure.", "Google.", "AWSSDK.", "Amazon.", "NuGet.", "Newtonsoft.", "SixLabors.", "Grpc.", "xunit."];

    /// <summary>What a Python package's name looks like, or null when it is well known or like nothing.</summary>
    /// <param name="name">As the project writes it; compared normalised.</param>
    public static LookAlike? FindPython(string name)
    {
        if (name.Length > MaxLength || WellKnownNames.PythonPackages.Contains(name) || WellKnownNames.PythonNeighbours.Contains(name))
            return null;

        var normal = Normalize(name);
        return WellKnownNames.PythonPackages.Contains(normal) || WellKnownNames.PythonNeighbours.Contains(normal) ? null : Find(Python.Value, name);
    }

    /// <summary>What a NuGet package's id looks like, or null when it is well known, has a prefix that is reserved, or is like nothing.</summary>
    public static LookAlike? FindNuGet(string id) =>
        id.Length > MaxLength || WellKnownNames.NuGetPackages.Contains(id) || Array.Exists(Reserved, prefix => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? null
            : Find(NuGet.Value, id);

    /// <summary>The form under which a Python package is registered: lower case, runs of <c>-</c>, <c>_</c> and <c>.</c> as one <c>-</c> (PEP 503).</summary>
    public static string Normalize(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.'))
                normal.Append(c is >= 'A' and <= 'Z' ? (char)(c + 32) : c);
            else if (normal.Length > 0 && normal[normal.Length - 1] != '-')
                normal.Append('-');
        }

        return normal.ToString();
    }

    private static NameIndex Index(NameSet names) => new(names.Names.Select(static name => (name, name)), MinLength, maxSlips: 2);

    private static LookAlike? Find(NameIndex index, string name)
    {
        var plain = Skeleton.Plain(name);
        if ((index.FindEqual(plain) ?? index.FindSameLook(plain, !Text.Characters.AreBelow(name, '\x80'))) is { } look)
            return new LookAlike(look.Name, LookAlikeKind.SameLook);

        return index.FindMisspelling(plain) is { } slip ? new LookAlike(slip.Name, LookAlikeKind.Misspelling) : null;
    }
}
