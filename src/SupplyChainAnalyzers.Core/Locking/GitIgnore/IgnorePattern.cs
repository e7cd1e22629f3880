using System.Text;

namespace SupplyChainAnalyzers.Core.Locking.GitIgnore;

/// <summary>One line of a .gitignore file (gitignore(5), PATTERN FORMAT).</summary>
internal sealed class IgnorePattern
{
    /// <summary>No path of a supported system is longer, so a longer pattern is noise or an attack on our time.</summary>
    public const int MaxLength = 4096;

    private readonly bool _directoriesOnly;
    private readonly bool _nameOnly;
    private readonly bool _ignoreCase;
    private readonly byte[] _literal;
    private readonly WildMatch? _rest;
    private readonly bool _hasRest;

    private IgnorePattern(byte[] pattern, bool negated, bool directoriesOnly, bool nameOnly, bool ignoreCase)
    {
        IsNegated = negated;
        _directoriesOnly = directoriesOnly;
        _nameOnly = nameOnly;
        _ignoreCase = ignoreCase;

        // What stands before the first wildcard is compared, then cut off, as git does: a "**" right after it counts as
        // the start of a segment ("foo**/bar").
        var length = 0;
        while (length < pattern.Length && pattern[length] is not ((byte)'*' or (byte)'?' or (byte)'[' or (byte)'\\'))
            length++;
        if (nameOnly && length < pattern.Length)
            length = 0;

        _literal = pattern.Take(length).ToArray();
        _hasRest = length < pattern.Length;
        _rest = _hasRest ? WildMatch.TryParse([.. pattern.Skip(length)]) : null;
    }

    /// <summary>A leading '!': what an earlier pattern excluded is included again.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line without its end; null for a blank line, a comment, or one that can match nothing.</summary>
    public static IgnorePattern? TryParse(string line, bool ignoreCase)
    {
        var nul = line.IndexOf('\0');
        if (nul >= 0)
            line = line.Substring(0, nul);
        if (line.Length == 0 || line[0] == '#' || line.Length > MaxLength)
            return null;

        line = WithoutTrailingSpaces(line);
        var negated = line.Length > 0 && line[0] == '!';
        if (negated)
            line = line.Substring(1);

        var directoriesOnly = line.Length > 0 && line[line.Length - 1] == '/';
        if (directoriesOnly)
            line = line.Substring(0, line.Length - 1);

        // A slash anywhere but at the end ties the pattern to the folder of its file.
        var nameOnly = line.IndexOf('/') < 0;
        if (line.Length > 0 && line[0] == '/')
            line = line.Substring(1);

        return line.Length == 0 ? null : new IgnorePattern(Bytes(line, ignoreCase), negated, directoriesOnly, nameOnly, ignoreCase);
    }

    /// <summary>Whether the pattern names <paramref name="path"/>, relative to the pattern's file, '/' separated.</summary>
    public bool IsMatch(string path, bool isDirectory)
    {
        if (_directoriesOnly && !isDirectory)
            return false;

        var text = Bytes(_nameOnly ? path.Substring(path.LastIndexOf('/') + 1) : path, _ignoreCase);
        if (text.Length < _literal.Length)
            return false;

        for (var i = 0; i < _literal.Length; i++)
        {
            if (text[i] != _literal[i])
                return false;
        }

        return _hasRest ? _rest is not null && _rest.IsMatch(text, _literal.Length) : text.Length == _literal.Length;
    }

    // A space counts when a backslash stands before it.
    private static string WithoutTrailingSpaces(string line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                // A backslash at the very end protects nothing, and git leaves such a line as it is.
                if (++i == line.Length)
                    return line;

                end = i + 1;
            }
            else if (line[i] != ' ')
            {
                end = i + 1;
            }
        }

        return line.Substring(0, end);
    }

    // git folds ASCII only.
    private static byte[] Bytes(string text, bool ignoreCase)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; ignoreCase && i < bytes.Length; i++)
        {
            if (bytes[i] is >= (byte)'A' and <= (byte)'Z')
                bytes[i] += 'a' - 'A';
        }

        return bytes;
    }
}
