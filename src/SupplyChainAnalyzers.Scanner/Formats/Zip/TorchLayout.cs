namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// Members of a torch archive by name (pytorch/caffe2/serialize/inline_container.cc): one folder with data.pkl, storages as
/// data/0, data/1 …, constants of TorchScript as constants/0 …, and short marks.
/// </summary>
internal sealed class TorchLayout(IEnumerable<string> names)
{
    private const int MaxMark = 128; // .data/serialization_id has 40 digits

    private static readonly string[] Marks = ["version", "byteorder", ".format_version", ".storage_alignment", ".data/serialization_id", ".data/version"];

    private readonly HashSet<string> _roots = names.Where(static name => name.EndsWith("/data.pkl", StringComparison.Ordinal)).Select(static name => name[..^8]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it holds the numbers of a tensor.</summary>
    public bool IsStorage(string name)
    {
        var digits = name.LastIndexOf('/') + 1;
        if (digits == 0 || digits == name.Length || name.AsSpan(digits).ContainsAnyExceptInRange('0', '9'))
            return false;

        var folder = name[..digits];
        return Ends(folder, "data/") || Ends(folder, "constants/");
    }

    /// <summary>Whether it is one of the marks that say how the archive was written: short and plain.</summary>
    public bool IsMark(ZipMember member)
    {
        if (!Array.Exists(Marks, mark => Ends(member.Name, mark)) || member.Content.Length > MaxMark)
            return false;

        var bytes = member.Content.ReadBytes(0, (int)member.Content.Length, "a mark");
        return Array.TrueForAll(bytes, static value => value is (byte)'\n' or (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z'));
    }

    /// <summary>Whether it is code of TorchScript: below <c>code/</c>, by its name Python.</summary>
    public bool IsCode(string name)
    {
        var root = name.IndexOf('/', StringComparison.Ordinal) + 1;
        return root > 0 && name.AsSpan(root).StartsWith("code/", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal) && _roots.Contains(name[..root]);
    }

    private bool Ends(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) && _roots.Contains(name[..^end.Length]);
}
