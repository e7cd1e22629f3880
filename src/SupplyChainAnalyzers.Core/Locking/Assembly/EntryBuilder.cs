using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Locking.Grouping;
using SupplyChainAnalyzers.Core.Locking.HuggingFace;
using SupplyChainAnalyzers.Core.Locking.Planning;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>Writes the entries of the new lock: facts from the files, everything else from the lock before.</summary>
internal sealed class EntryBuilder(string lockFolder, string? hubRepository, HashedFiles hashes, LockFindings findings)
{
    /// <summary>All entries of the new lock, in any order.</summary>
    /// <param name="models">Those looked at.</param>
    /// <param name="others">Entries that stay as they are.</param>
    public IReadOnlyList<ModelEntry> Build(IReadOnlyList<PlannedModel> models, IReadOnlyList<ModelEntry> others)
    {
        var entries = others.ToList();
        var kept = models.Where(static model => !model.IsGone).ToList();
        var facts = kept.ToDictionary(static model => model, Facts);
        MovedModels.Recognise(models.Where(static model => model.IsGone), facts);

        var names = new ModelNames(kept.Select(static model => model.Name).OfType<string>().Concat(entries.Select(static entry => entry.Name)));
        foreach (var model in kept)
        {
            model.Name ??= names.Choose(model.Group!);
            entries.Add(Entry(model, facts[model]));
        }

        PathChecks.Run(entries, lockFolder, findings);
        return entries;
    }

    // Files by their path relative to the model's folder.
    private OrdinalMap<ModelFile> Facts(PlannedModel model)
    {
        var files = model.Kept.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        foreach (var found in model.Files.Values)
        {
            if (hashes.Find(found, findings) is not { } hashed)
                continue;

            var path = RelativePath.From(model.Path, found.Path);
            ModelFile? before = null;
            model.Before?.Files.TryGetValue(path, out before);
            files[path] = new ModelFile { Path = path, Size = hashed.Size, Sha256 = hashed.Sha256, Format = FormatOf(model, found, hashed.Format, before).Id };
        }

        return new OrdinalMap<ModelFile>(files);
    }

    // What was declared stays as long as the bytes do not contradict it: people know more than the first bytes tell.
    private static ModelFormat FormatOf(PlannedModel model, FoundFile file, ModelFormat found, ModelFile? before)
    {
        if (before is not null && ModelFormats.Find(before.Format) is { } declared && FormatMatch.Agrees(declared, found))
            return declared;

        // Weights kept outside their model have no first bytes to tell them by; their name does.
        var whole = model.Files.Values.FirstOrDefault(other => other != file && other.IsModel && FileStem.IsPartOf(file.Name, other.Name));
        var part = whole?.Format == ModelFormats.OpenVinoXml ? ModelFormats.OpenVinoBin : ModelFormats.Raw;
        return whole is not null && FormatMatch.Agrees(part, found) ? part : found;
    }

    private ModelEntry Entry(PlannedModel model, OrdinalMap<ModelFile> files)
    {
        var before = model.Before;
        var treeHash = TreeHash.Of(files.Values);
        return new ModelEntry
        {
            Name = model.Name!,
            Path = model.Path,
            Source = Source(model, files, treeHash),
            Role = before?.Role ?? (model.Group?.Files.All(static file => file.Format == ModelFormats.SentencePiece) == true ? ModelRole.Tokenizer : ModelRole.Model),
            License = before?.License,
            Files = files,
            TreeHash = treeHash,
            Signature = BundleFinder.Find(lockFolder, model),
            Provenance = before?.Provenance,
            Behavior = before?.Behavior,
            Presence = before?.Presence ?? Presence.Checkout,
        };
    }

    private ModelSource? Source(PlannedModel model, OrdinalMap<ModelFile> files, string? treeHash)
    {
        var before = model.Before?.Source;
        if (before is { Type: not SourceType.HuggingFace })
            return before;

        var evidence = EvidenceFinder.Find(lockFolder, model.Snapshot, [.. model.Files.Values.Select(found => (found, Facts: Fact(found)))
            .Where(static file => file.Facts is not null).Select(static file => (file.found, file.Facts!))]);
        return new SourceChooser(model.Name!, hubRepository, findings).Choose(before, evidence, isSame: treeHash == model.Before?.TreeHash);

        ModelFile? Fact(FoundFile found) => files.TryGetValue(RelativePath.From(model.Path, found.Path), out var facts) ? facts : null;
    }
}
