namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>What is known about hosts that models are fetched from.</summary>
public static class KnownHosts
{
    private static readonly HashSet<string> Redirectors = new(StringComparer.Ordinal)
    {
        "aka.ms", "bit.ly", "tinyurl.com", "goo.gl", "git.io", "t.co", "is.gd", "ow.ly", "rb.gy", "cutt.ly", "shorturl.at", "t.ly", "buff.ly", "rebrand.ly", "1drv.ms", "s.id",
    };

    private static readonly HashSet<string> HttpsServers = new(StringComparer.Ordinal)
    {
        "huggingface.co", "www.huggingface.co", "hf.co", "hf-mirror.com", "modelscope.cn", "www.modelscope.cn", "github.com", "www.github.com",
        "raw.githubusercontent.com", "media.githubusercontent.com", "objects.githubusercontent.com", "storage.googleapis.com", "download.pytorch.org",
        "download.tensorflow.org", "tfhub.dev", "dl.fbaipublicfiles.com", "zenodo.org", "aka.ms", "bit.ly", "tinyurl.com",
    };

    /// <summary>Whether it answers with another address, which somebody else can change.</summary>
    public static bool IsRedirector(string host) => Redirectors.Contains(host);

    /// <summary>Whether it is certain that the same address works over https.</summary>
    public static bool ServesHttps(string host) => HttpsServers.Contains(host) || CloudStore.Of(host) is not null;

    /// <summary>Whether addresses there are worth a look whatever their path is called.</summary>
    public static bool AreOfInterest(string host) => ModelAddress.HasLayout(host) || IsRedirector(host);
}
