using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// The encoding that source names in its first two lines (PEP 263). Python decodes it before it reads it: with a codec such as
/// <c>utf_7</c>, <c>unicode_escape</c> or <c>rot13</c> the program is another one than the text shows.
/// </summary>
internal static class SourceEncoding
{
    private static readonly string[] Plain = ["utf8", "utf8sig", "ascii", "usascii", "latin1", "iso88591", "iso885915", "cp1252", "windows1252", "cp1251", "gbk", "gb2312", "gb18030", "big5", "eucjp", "euckr", "shiftjis", "koi8r", "cp936", "cp932"];

    public static SourceFinding? Find(string source)
    {
        var at = 0;
        for (var line = 0; line < 2 && at < source.Length; line++)
        {
            var end = source.IndexOfAny(['\n', '\r'], at);
            end = end < 0 ? source.Length : end;
            if (Name(source.AsSpan(at, Math.Min(end - at, 400))) is { } name && !Plain.Contains(name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()))
                return new SourceFinding(Severity.High, $"says that it is encoded as '{Printable.Of(name, 40)}', so that Python runs another program than the text shows", name, at);

            at = end + 1;
        }

        return null;
    }

    // PEP 263: ^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)
    private static string? Name(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t\f\uFEFF");
        var mark = line.IndexOf("coding", StringComparison.Ordinal);
        if (line.Length == 0 || line[0] != '#' || mark < 0 || mark + 6 >= line.Length || line[mark + 6] is not (':' or '='))
            return null;

        var rest = line[(mark + 7)..].TrimStart(" \t");
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or '.'))
            length++;

        return length == 0 ? null : rest[..length].ToString();
    }
}
