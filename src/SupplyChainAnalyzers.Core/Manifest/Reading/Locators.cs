using System.Globalization;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>
/// Names of places on the network. Checked by hand, because System.Uri repairs what it is given, and repairs
/// differently on .NET and .NET Framework: what is written must be what is asked for.
/// </summary>
internal static class Locators
{
    private const string Https = "https";
    private const string Http = "http";

    // DNS: 253 characters; ":65535" behind it.
    private const int MaxHostLength = 259;

    /// <summary>Whether <paramref name="text"/> names a repository of this type of source.</summary>
    public static bool IsRepository(SourceType type, string text)
    {
        var segments = text.Split('/');
        var (least, most) = type switch
        {
            SourceType.HuggingFace => (1, 2),
            SourceType.GitHub => (2, 2),
            SourceType.Ollama => (1, 3),
            _ => (1, 16),
        };
        return segments.Length >= least && segments.Length <= most
            && Array.TrueForAll(segments, segment => IsName(segment) && (type != SourceType.Oci || !segment.Any(IsUpper)));
    }

    /// <summary>The form, to follow "it must be".</summary>
    public static string RepositoryForm(SourceType type) => type switch
    {
        SourceType.HuggingFace => "owner/name (or a name alone)",
        SourceType.Ollama => "a model's name; its tag goes to resolvedFrom",
        SourceType.Oci => "lower-case names separated by '/', without host, tag or digest",
        _ => "owner/name",
    };

    /// <summary>host or host:port.</summary>
    public static bool IsHost(string text)
    {
        var colon = text.IndexOf(':');
        var name = colon < 0 ? text : text.Substring(0, colon);
        return text.Length <= MaxHostLength && Array.TrueForAll(name.Split('.'), IsLabel) && (colon < 0 || IsPort(text.Substring(colon + 1)));
    }

    /// <summary>One file name.</summary>
    public static bool IsAsset(string text) => text.IndexOf('/') < 0 && PathRules.IsSafe(text, out _);

    /// <summary>https, host, path and query; no user information, no fragment.</summary>
    public static bool IsHttps(string text) => IsAddress(text, Https);

    /// <summary>http to this machine, as a hosted model may be.</summary>
    public static bool IsLoopback(string text) => IsAddress(text, Http) && Authority(text, Http.Length).Split(':')[0] is "localhost" or "127.0.0.1";

    /// <summary>Any scheme of two characters or more (one is a drive); no user information.</summary>
    public static bool IsUri(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 1 && text.Length > colon + 1 && text[0] is >= 'a' and <= 'z' && text.All(IsUriCharacter)
            && text.Take(colon).All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '-' or '.')
            && Authority(text, colon).IndexOf('@') < 0;
    }

    private static bool IsAddress(string text, string scheme)
        => text.StartsWith(scheme, StringComparison.Ordinal) && text.IndexOf('#') < 0 && text.All(IsUriCharacter) && IsHost(Authority(text, scheme.Length));

    // What stands between the "//" behind the scheme's colon and the path; empty when there is no "//".
    private static string Authority(string text, int colon)
    {
        const string Mark = "://";
        if (string.CompareOrdinal(text, colon, Mark, 0, Mark.Length) != 0)
            return "";

        var start = colon + Mark.Length;
        var end = text.IndexOfAny(['/', '?', '#'], start);
        return text.Substring(start, (end < 0 ? text.Length : end) - start);
    }

    // What RFC 3986 lets stand in a URI.
    private static bool IsUriCharacter(char c)
        => c is > ' ' and < '\x7F' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}');

    private static bool IsName(string text)
        => text.Length > 0 && text[0] is not ('.' or '-') && text[text.Length - 1] != '.'
            && text.All(static c => IsLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsLabel(string text)
        => text.Length is > 0 and < 64 && text[0] != '-' && text[text.Length - 1] != '-' && text.All(static c => IsLetterOrDigit(c) || c == '-');

    private static bool IsPort(string text)
        => text.Length > 0 && text[0] != '0' && ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsLetterOrDigit(char c) => IsUpper(c) || c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';
}
