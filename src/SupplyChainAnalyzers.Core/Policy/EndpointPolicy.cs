namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Whether the addresses of hosted models that a policy lists (<c>sources.endpoints</c>) cover one that is called.</summary>
public static class EndpointPolicy
{
    /// <summary>Whether one of <paramref name="endpoints"/> is the address, its server, or a folder above it.</summary>
    /// <param name="endpoints">What the policy lists.</param>
    /// <param name="address">An absolute http(s) address; anything else is not covered.</param>
    public static bool Allows(IReadOnlyList<PolicyPattern> endpoints, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return false;

        // With user, query and fragment gone, and the host in lower case.
        var server = uri.GetLeftPart(UriPartial.Authority);
        if (uri.UserInfo.Length > 0)
            server = uri.Scheme + "://" + uri.Authority;

        var path = server + uri.AbsolutePath.TrimEnd('/');
        foreach (var endpoint in endpoints)
        {
            var listed = endpoint.Text.TrimEnd('/');
            if (endpoint.Matches(path) || endpoint.Matches(server) || path == listed || path.StartsWith(listed + "/", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
