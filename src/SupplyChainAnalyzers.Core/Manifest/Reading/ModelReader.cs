using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>One model.</summary>
internal static class ModelReader
{
    public static ModelEntry? Read(JsonMember member, DocumentErrors errors)
    {
        if (ShapedObject.Open(member.Value, LockShapes.Model, member.NameRegion, errors) is not { } model)
            return null;

        var presence = LockValues.Word(model, "presence", ManifestWords.Presences, errors) ?? Presence.Checkout;
        var role = LockValues.Word(model, "role", ManifestWords.Roles, errors) ?? ModelRole.Model;
        var path = model.Text("path", out var pathRegion);
        if (path is not null && !PathRules.IsSafeFolder(path, out var reason))
        {
            errors.Add(Rules.LockPath, $"The path '{Printable.Of(path)}' {reason}; move the model below the lock's folder or use a lock there", pathRegion);
            path = null;
        }

        var source = SourceReader.Read(model, errors);
        if (presence == Presence.External && source is not { Type: SourceType.External })
        {
            var place = model.Member("source")?.NameRegion ?? member.NameRegion;
            errors.Add(Rules.LockValue, "A model whose presence is external needs a source of type external, with its uri and version", place);
        }

        var files = Files(model, presence, errors, out var allRead);
        var license = model.Text("license");
        var treeHash = model.Text("treeHash", out var treeHashRegion);
        if (treeHash is not null)
            CheckTreeHash(treeHash, allRead ? files : null, treeHashRegion, errors);

        var signature = SignatureReader.Read(model, errors);
        var provenance = ProvenanceReader.Read(model, errors);
        var behavior = BehaviorReader.Read(model, errors);
        return path is null ? null : new ModelEntry
        {
            Name = member.Name,
            Path = path,
            Source = source,
            Role = role,
            License = license,
            Files = files,
            TreeHash = treeHash,
            Signature = signature,
            Provenance = provenance,
            Behavior = behavior,
            Presence = presence,
            Region = member.NameRegion,
            PathRegion = pathRegion,
            TreeHashRegion = treeHashRegion,
        };
    }

    private static OrdinalMap<ModelFile> Files(ShapedObject model, Presence presence, DocumentErrors errors, out bool allRead)
    {
        var before = errors.Count;
        var unfixed = presence is Presence.Built or Presence.External;
        var files = FileReader.ReadAll(model, unfixed ? LockShapes.UnfixedFile : LockShapes.File, errors);
        allRead = errors.Count == before;
        if (allRead && files.Count == 0 && presence != Presence.External && model.Member("files") is { } member)
            errors.Add(Rules.LockValue, $"The model has no files; {LockDocument.Relock(errors)}", member.NameRegion);

        return files;
    }

    // Over files of which some were refused a tree hash says nothing: then files is null.
    private static void CheckTreeHash(string declared, OrdinalMap<ModelFile>? files, TextRegion region, DocumentErrors errors)
    {
        if (!LockValues.IsPrefixedSha256(declared))
        {
            errors.Add(Rules.LockDigest, $"treeHash must be sha256: and 64 lower-case hex digits; {LockDocument.Relock(errors)}", region);
            return;
        }

        if (files is null)
            return;

        var actual = TreeHash.Of(files.Values);
        if (actual is null)
            errors.Add(Rules.LockTreeHash, $"treeHash needs the sha256 and size of every file; leave it out or {LockDocument.Relock(errors)}", region);
        else if (!string.Equals(actual, declared, StringComparison.Ordinal))
            errors.Add(Rules.LockTreeHash, $"treeHash belongs to another list of files; review the difference and {LockDocument.Relock(errors)}", region);
    }
}
