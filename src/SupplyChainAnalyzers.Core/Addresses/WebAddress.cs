namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>An http or https address as it is written, perhaps with holes, and where its parts stand in the text.</summary>
public sealed class WebAddress
{
    private const string Separator = "://";
    private static readonly char[] AuthorityEnds = ['/', '?', '#'];
    private static readonly char[] PathEnds = ['?', '#'];

    private readonly Lazy<ModelAddress?> _model;

    private WebAddress(string text, string host, int hostStart, int pathStart, int pathEnd)
    {
        Text = text;
        Host = host;
        HostStart = hostStart;
        PathStart = pathStart;
        PathEnd = pathEnd;
        _model = new(() => ModelAddress.Of(this), LazyThreadSafetyMode.None);
    }

    /// <summary>The whole of it.</summary>
    public string Text { get; }

    /// <summary>Whether the scheme is https.</summary>
    public bool IsHttps => Text.StartsWith("https", StringComparison.OrdinalIgnoreCase);

    /// <summary>Length of the scheme, which starts the text.</summary>
    public int SchemeLength => IsHttps ? 5 : 4;

    /// <summary>In lower case, without user and port.</summary>
    public string Host { get; }

    /// <summary>Where the host stands in the text.</summary>
    public int HostStart { get; }

    /// <summary>Whether a port is named.</summary>
    public bool HasPort => PathStart > HostStart + Host.Length;

    /// <summary>Where the path stands in the text.</summary>
    public int PathStart { get; }

    /// <summary>Where query, fragment or the end of the text follow.</summary>
    public int PathEnd { get; }

    /// <summary>From the first slash on.</summary>
    public string Path => Text.Substring(PathStart, PathEnd - PathStart);

    /// <summary>What follows the path, with its question mark.</summary>
    public string Query => Text.Substring(PathEnd);

    /// <summary>What it says about a file of a repository; null when its host has no layout we know.</summary>
    public ModelAddress? Model => _model.Value;

    /// <summary>
    /// Whether it is a model by its form. On a hub everything but what people read is one; elsewhere what is called like one.
    /// </summary>
    public bool IsModel => Model is { } model ? model.IsArtefact : ModelFileNames.IsModel(Path);

    /// <summary>Null when <paramref name="text"/> is no such address, or its host is not known.</summary>
    public static WebAddress? Parse(string text)
    {
        var scheme = text.IndexOf(Separator, StringComparison.Ordinal);
        if (scheme is not (4 or 5) || !text.StartsWith(scheme == 4 ? "http" : "https", StringComparison.OrdinalIgnoreCase))
            return null;

        var start = scheme + Separator.Length;
        var end = text.IndexOfAny(AuthorityEnds, start);
        end = end < 0 ? text.Length : end;
        // user:password@host:port
        var host = text.LastIndexOf('@', end - 1, end - start) is var at and >= 0 ? at + 1 : start;
        // [::1]:8080
        var literalEnd = text.IndexOf(']', host, end - host);
        var port = text.IndexOf(':', literalEnd < 0 ? host : literalEnd, end - (literalEnd < 0 ? host : literalEnd));
        var hostEnd = port < 0 ? end : port;
        if (hostEnd == host || HasHole(text, start, end))
            return null;

        var query = text.IndexOfAny(PathEnds, end);
        return new WebAddress(text, text.Substring(host, hostEnd - host).ToLowerInvariant(), host, end, query < 0 ? text.Length : query);
    }

    // What is not known stands there as a control character.
    private static bool HasHole(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] < ' ')
                return true;
        }

        return false;
    }
}
