namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// A model's package URL (purl), as policies write it in <c>for</c>: <c>pkg:huggingface/acme/bert@0432…</c>. It says what the lock claims;
/// who claims to be a vendor's model needs that vendor's signature.
/// </summary>
public static class ModelPackageUrl
{
    /// <summary>Without the version.</summary>
    public static string Of(ModelEntry model) => model.Source switch
    {
        { Type: SourceType.HuggingFace, Repo: { } repo } => "pkg:huggingface/" + repo,
        { Type: SourceType.GitHub, Repo: { } repo } => "pkg:github/" + repo,

        // purl-spec, oci: the name alone; where it lies is a qualifier.
        { Type: SourceType.Oci, Repo: { } repo } source => $"pkg:oci/{repo.Substring(repo.LastIndexOf('/') + 1)}?repository_url={(source.Host is { } host ? host + "/" : "")}{repo}",
        { Type: SourceType.Ollama, Repo: { } repo } => "pkg:ollama/" + repo,
        { Type: SourceType.Url or SourceType.External, Url: { } url } => $"pkg:generic/{model.Name}?download_url={url}",
        _ => "pkg:generic/" + model.Name,
    };

    /// <summary>With the version, where the lock records one; else as <see cref="Of"/>.</summary>
    public static string WithVersion(ModelEntry model)
    {
        var url = Of(model);
        if (model.Source?.Revision is not { } revision)
            return url;

        var qualifiers = url.IndexOf('?');
        return qualifiers < 0 ? $"{url}@{revision}" : url.Insert(qualifiers, "@" + revision);
    }
}
