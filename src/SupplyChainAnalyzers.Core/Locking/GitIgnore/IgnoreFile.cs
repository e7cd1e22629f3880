using System.Text;

namespace SupplyChainAnalyzers.Core.Locking.GitIgnore;

/// <summary>The patterns of one .gitignore file, in the order they are written.</summary>
internal sealed class IgnoreFile
{
    /// <summary>The file's name, on every platform.</summary>
    public const string FileName = ".gitignore";

    /// <summary>Bytes. Every pattern is tried on every path, so the size bounds the time of a walk.</summary>
    public const int MaxSize = 256 << 10;

    private const char ByteOrderMark = '\uFEFF';

    private readonly IgnorePattern[] _patterns;

    private IgnoreFile(IgnorePattern[] patterns) => _patterns = patterns;

    /// <summary>Reads the text of a file. Case is ignored where the file system does so.</summary>
    public static IgnoreFile Parse(string text, bool ignoreCase)
    {
        var patterns = new List<IgnorePattern>();
        foreach (var line in text.TrimStart(ByteOrderMark).Split('\n'))
        {
            var content = line.Length > 0 && line[line.Length - 1] == '\r' ? line.Substring(0, line.Length - 1) : line;
            if (IgnorePattern.TryParse(content, ignoreCase) is { } pattern)
                patterns.Add(pattern);
        }

        return new IgnoreFile([.. patterns]);
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static IgnoreFile Parse(byte[] bytes, bool ignoreCase) => Parse(Encoding.UTF8.GetString(bytes), ignoreCase);

    /// <summary>What the last pattern that names the path says; null when none does.</summary>
    public bool? Decide(string path, bool isDirectory)
    {
        for (var i = _patterns.Length - 1; i >= 0; i--)
        {
            if (_patterns[i].IsMatch(path, isDirectory))
                return !_patterns[i].IsNegated;
        }

        return null;
    }
}
