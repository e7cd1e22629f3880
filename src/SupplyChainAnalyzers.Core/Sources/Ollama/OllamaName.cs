using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Sources.Ollama;

/// <summary>The name of a model as Ollama takes it: <c>[host/][owner/]name[:tag][@sha256:digest]</c>.</summary>
public sealed class OllamaName
{
    /// <summary>The tag that no tag stands for.</summary>
    public const string DefaultTag = "latest";

    private const string DigestStart = "sha256:";
    private const int DigestDigits = 64;

    private static readonly string[] HubHosts = ["hf.co/", "huggingface.co/", "https://hf.co/", "https://huggingface.co/"];

    private OllamaName(string model, string? tag, string? digest)
    {
        Model = model;
        Tag = tag;
        Digest = digest;
        var host = Array.Find(HubHosts, host => model.StartsWith(host, StringComparison.OrdinalIgnoreCase));
        HubRepo = host is null ? null : model.Substring(host.Length);
    }

    /// <summary>Without tag and digest.</summary>
    public string Model { get; }

    /// <summary>Null when none is given.</summary>
    public string? Tag { get; }

    /// <summary><c>sha256:</c> and 64 hex digits; null when none is given.</summary>
    public string? Digest { get; }

    /// <summary>OWNER/NAME when it comes from the Hugging Face hub; the tag is then a quantisation.</summary>
    public string? HubRepo { get; }

    /// <summary>Whether pulling it tomorrow may give another model without a word: no digest, and no tag but the one that always moves.</summary>
    public bool IsFloating => Digest is null && (Tag is null || Tag.Equals(DefaultTag, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when <paramref name="text"/> cannot be the name of a model.</summary>
    public static OllamaName? Parse(string text)
    {
        string? digest = null;
        var at = text.IndexOf('@');
        if (at >= 0)
        {
            digest = text.Substring(at + 1);
            if (!digest.StartsWith(DigestStart, StringComparison.Ordinal) || !Hex.Is(digest.Substring(DigestStart.Length), DigestDigits))
                return null;

            text = text.Substring(0, at);
        }

        var colon = text.LastIndexOf(':');
        var tag = colon > text.LastIndexOf('/') ? text.Substring(colon + 1) : null;
        var model = tag is null ? text : text.Substring(0, colon);
        return IsName(model) && tag is not "" ? new OllamaName(model, tag, digest) : null;
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/' or ':'))
                return false;
        }

        return text.Length > 0 && char.IsLetterOrDigit(text[0]) && text[text.Length - 1] != '/';
    }
}
