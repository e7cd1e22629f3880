using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Manifest.Writing;

/// <summary>One model, hosted or not.</summary>
internal static class ModelWriter
{
    public static void Write(JsonWriter json, ModelEntry model)
    {
        json.BeginObject().Member("path", model.Path);
        if (model.Source is { } source)
            Write(json.Name("source"), source);

        json.Member("role", ManifestWords.Of(model.Role))
            .Member("license", model.License)
            .Name("files").Map(model.Files, Write)
            .Member("treeHash", model.TreeHash);
        if (model.Signature is { } signature)
            Write(json.Name("signature"), signature);
        if (model.Provenance is { } provenance)
            FactWriter.Write(json.Name("provenance"), provenance);
        if (model.Behavior is { } behavior)
            FactWriter.Write(json.Name("behavior"), behavior);

        json.Member("presence", ManifestWords.Of(model.Presence)).EndObject();
    }

    public static void Write(JsonWriter json, HostedModel model)
        => json.BeginObject(inline: true)
            .Member("provider", model.Provider)
            .Member("endpoint", model.Endpoint)
            .Member("model", model.Model)
            .EndObject();

    public static void Write(JsonWriter json, ModelFile file)
        => json.BeginObject(inline: true)
            .Member("sha256", file.Sha256)
            .Member("size", file.Size)
            .Member("format", file.Format.Length == 0 ? null : file.Format)
            .EndObject();

    private static void Write(JsonWriter json, ModelSource source)
        => json.BeginObject(inline: true)
            .Member("type", ManifestWords.Of(source.Type))
            .Member("host", source.Host)
            .Member(source.Type == SourceType.Ollama ? "model" : "repo", source.Repo)
            .Member("asset", source.Asset)
            .Member(source.Type == SourceType.External ? "uri" : "url", source.Url)
            .Member("revision", source.Revision)
            .Member("resolvedFrom", source.ResolvedFrom)
            .Member("version", source.Version)
            .EndObject();

    private static void Write(JsonWriter json, SignatureFact signature)
        => json.BeginObject(inline: true)
            .Member("type", signature.Type)
            .Member("bundle", signature.Bundle)
            .Member("signer", signature.Signer)
            .EndObject();
}
