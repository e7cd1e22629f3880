namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>A store of objects in a cloud, and how its addresses name one version of an object.</summary>
public sealed class CloudStore
{
    private static readonly CloudStore Azure = new("Azure Blob Storage", "versionid", "snapshot");
    private static readonly CloudStore Amazon = new("Amazon S3", "versionId");
    private static readonly CloudStore Google = new("Google Cloud Storage", "generation");

    private readonly string[] _versionKeys;

    private CloudStore(string name, params string[] versionKeys)
    {
        Name = name;
        _versionKeys = versionKeys;
    }

    /// <summary>As people call it.</summary>
    public string Name { get; }

    /// <summary>The member of the query that names a version.</summary>
    public string VersionKey => _versionKeys[0];

    /// <summary>The store that <paramref name="host"/> belongs to, or null.</summary>
    public static CloudStore? Of(string host)
    {
        if (host.EndsWith(".blob.core.windows.net", StringComparison.Ordinal))
            return Azure;

        if (host == "storage.googleapis.com" || host.EndsWith(".storage.googleapis.com", StringComparison.Ordinal))
            return Google;

        // bucket.s3.region.amazonaws.com, bucket.s3-region.amazonaws.com, s3.region.amazonaws.com
        return host.EndsWith(".amazonaws.com", StringComparison.Ordinal) && (host.StartsWith("s3", StringComparison.Ordinal) || host.Contains(".s3.") || host.Contains(".s3-"))
            ? Amazon
            : null;
    }

    /// <summary>Whether a query (with its question mark) names one version.</summary>
    public bool HasVersion(string query) => Array.Exists(_versionKeys, key =>
        query.Contains("?" + key + "=", StringComparison.OrdinalIgnoreCase) || query.Contains("&" + key + "=", StringComparison.OrdinalIgnoreCase));
}
