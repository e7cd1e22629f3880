using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Where a model comes from.</summary>
internal static class SourceReader
{
    public static ModelSource? Read(ShapedObject model, DocumentErrors errors)
    {
        if (model.Member("source") is not { } member)
            return null;

        // The type says which other members belong here.
        var known = ManifestWords.Sources.TryFind(member.Value.Find("type")?.StringValue ?? "", out var type);
        var shape = known ? LockShapes.Source(type) : LockShapes.AnySource;
        if (ShapedObject.Open(member.Value, shape, member.NameRegion, errors) is not { } source
            || LockValues.Word(source, "type", ManifestWords.Sources, errors) is null)
        {
            return null;
        }

        var revision = source.Text("revision", out var revisionRegion);
        if (revision is not null && shape.Has("revision") && RevisionFault.Of(type, revision) is { } fault)
            errors.Add(Rules.LockRevision, fault + "; " + LockDocument.Relock(errors), revisionRegion);

        var external = type == SourceType.External;
        return new ModelSource
        {
            Type = type,
            Repo = Checked(source, type == SourceType.Ollama ? "model" : "repo", text => Locators.IsRepository(type, text), Locators.RepositoryForm(type), errors),
            Host = Checked(source, "host", Locators.IsHost, "a host name, with a port if need be", errors),
            Asset = Checked(source, "asset", Locators.IsAsset, "the name of one release asset", errors),
            Url = external
                ? Checked(source, "uri", Locators.IsUri, "an absolute URI without user name or white space", errors)
                : Checked(source, "url", Locators.IsHttps, "an absolute https address without user name, fragment or white space", errors),
            Revision = revision,
            ResolvedFrom = source.Text("resolvedFrom"),
            Version = source.Text("version"),
            Region = source.Region,
            RevisionRegion = revisionRegion,
        };
    }

    private static string? Checked(ShapedObject source, string name, Func<string, bool> isValid, string form, DocumentErrors errors)
    {
        var text = source.Text(name, out var region);
        if (text is not null && !isValid(text))
            errors.Add(Rules.LockValue, $"'{name}' is '{Printable.Of(text)}'; it must be {form}", region);

        return text;
    }
}
