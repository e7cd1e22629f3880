namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// Requirements and constraints of pip: one requirement a line, options of its own lines (<c>-e</c>, <c>--extra-index-url</c>) and
/// behind requirements (<c>--hash=sha256:…</c>), lines continued with a backslash, comments behind <c>#</c>. Files that are
/// included (<c>-r</c>) are read where they are found.
/// </summary>
internal sealed class RequirementsReader() : SourceReader(SourceKind.Requirements)
{
    private const string HashOption = "--hash=";

    private static readonly string[] IndexOptions = ["--extra-index-url", "--find-links", "-f"];
    private static readonly string[] EditableOptions = ["--editable", "-e"];

    public override bool Reads(string fileName) =>
        (fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".in", StringComparison.OrdinalIgnoreCase))
        && (fileName.IndexOf("requirements", StringComparison.OrdinalIgnoreCase) is not -1 || fileName.StartsWith("constraints", StringComparison.OrdinalIgnoreCase));

    private protected override void Read(string text, SourceContext context, SourceNotes notes) => Judge(text, notes);

    /// <summary>Judges a text that need not be a file.</summary>
    public static void Judge(string text, SourceNotes notes)
    {
        var project = new PythonProject(notes);
        for (var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; at < text.Length;)
        {
            var end = EndOfLogicalLine(text, at);
            Line(text, at, end, project);
            at = end + 1;
        }

        project.Finish();
    }

    private static void Line(string text, int at, int end, PythonProject project)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;

        var stop = EndOfValue(text, at, end);
        if (stop == at)
            return;

        if (text[at] == '-')
            Option(text, at, stop, project);
        else if (IsAddress(text, at, stop))
            project.UseAddress(text.Substring(at, stop - at), at, stop - at);
        else if (PythonRequirement.Read(text, at, stop) is { } requirement)
            project.Use(requirement, Digest(text, stop, end));
    }

    private static void Option(string text, int at, int end, PythonProject project)
    {
        var nameEnd = text.IndexOfAny([' ', '\t', '='], at, end - at);
        if (nameEnd < 0)
            return;

        var option = text.Substring(at, nameEnd - at);
        var start = nameEnd + 1;
        while (start < end && text[start] is ' ' or '\t' or '=')
            start++;

        var length = end - start;
        if (length <= 0)
            return;

        var value = text.Substring(start, length);
        // Where an option stands for the first index, it is the only one.
        if (IndexOptions.Contains(option, StringComparer.Ordinal) && PackageAddress.IsRemote(value))
            project.UseIndex(start, length);
        else if (EditableOptions.Contains(option, StringComparer.Ordinal))
            project.UseAddress(value, start, length);
    }

    // name @ address is a requirement; a lone address has its scheme before any space.
    private static bool IsAddress(string text, int at, int end)
    {
        var scheme = text.IndexOf("://", at, end - at, StringComparison.Ordinal);
        return scheme > 0 && text.IndexOfAny([' ', '\t'], at, scheme - at) < 0 && text.IndexOf('@', at, scheme - at) < 0;
    }

    private static string? Digest(string text, int at, int end)
    {
        var hash = text.IndexOf(HashOption, at, end - at, StringComparison.Ordinal);
        if (hash < 0)
            return null;

        var stop = hash += HashOption.Length;
        while (stop < end && text[stop] is not (' ' or '\t' or '\r' or '\n' or '\\'))
            stop++;

        return text.Substring(hash, stop - hash);
    }

    /// <summary>Where options of the requirement, a comment or a continuation begin; spaces before them do not count.</summary>
    private static int EndOfValue(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && text[stop] is not ('\r' or '\n'))
        {
            var isFirst = stop == at || text[stop - 1] is ' ' or '\t';
            if (text[stop] == '\\' || (isFirst && text[stop] == '#') || (stop > at && isFirst && text[stop] == '-' && stop + 1 < end && text[stop + 1] == '-'))
                break;

            stop++;
        }

        while (stop > at && text[stop - 1] is ' ' or '\t')
            stop--;

        return stop;
    }

    private static int EndOfLogicalLine(string text, int at)
    {
        while (true)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
                return text.Length;

            var last = end > at && text[end - 1] == '\r' ? end - 2 : end - 1;
            if (last < at || text[last] != '\\')
                return end;

            at = end + 1;
        }
    }
}
