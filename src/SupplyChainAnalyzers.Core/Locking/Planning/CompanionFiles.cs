using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Locking.Grouping;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Locking.Planning;

/// <summary>
/// Takes in what a verification would call undeclared: the labels or settings beside a lone model. By the very check
/// that will run on the lock, so that a fresh lock verifies.
/// </summary>
internal static class CompanionFiles
{
    // The facts are not known yet, and the check does not look at them.
    private static readonly string NoDigest = new('0', 64);

    /// <summary>Adds the files to the models beside them; says which ones stay outside and will be reported.</summary>
    public static void Add(
        string lockFolder, IReadOnlyList<PlannedModel> models, IEnumerable<ModelEntry> others, FoundModels found, LockFindings findings, CancellationToken cancellation)
    {
        var byFolder = models.Where(static model => !model.IsGone).ToLookup(static model => model.Path, StringComparer.Ordinal);
        var run = new VerificationRun(
            new VerificationRequest { LockPath = Path.Combine(lockFolder, ModelsLock.FileName) },
            Provisional(lockFolder, models, others),
            static () => PolicyPresets.Default,
            cancellation);
        FolderListing.Run(run);
        foreach (var (folder, added) in UndeclaredFiles.Find(run))
        {
            var owners = byFolder[folder.First.Path].ToList();
            foreach (var path in added.Select(entry => PathRules.Join(folder.First.Path, entry.Path)).Where(found.Covers))
            {
                if (owners.Count > 0)
                    Add(path, RelativePath.FullPath(lockFolder, path), owners, found, findings);
            }
        }
    }

    private static void Add(string path, string fullPath, List<PlannedModel> owners, FoundModels found, LockFindings findings)
    {
        // A model is nobody's companion: it is there because only some models are looked at.
        if (!found.Files.TryGetValue(path, out var file))
        {
            if (!findings.Concern(fullPath))
                findings.Warn(LeftOut(path, owners[0].Name ?? owners[0].Group!.Name, fullPath));
        }
        else if (!file.IsModel)
        {
            Owner(owners, file).Files[path] = file;
        }
    }

    private static ModelsLock Provisional(string lockFolder, IReadOnlyList<PlannedModel> models, IEnumerable<ModelEntry> others)
    {
        // Names in the order of the models: new ones have none yet.
        var entries = others.Concat(models.Where(static model => !model.IsGone).Select(model => Provisional(lockFolder, model)));
        return new ModelsLock
        {
            Models = new OrdinalMap<ModelEntry>([.. entries.Select(static (entry, index) => new KeyValuePair<string, ModelEntry>(index.ToString("D9", System.Globalization.CultureInfo.InvariantCulture), entry))]),
        };
    }

    private static ModelEntry Provisional(string lockFolder, PlannedModel model) => new()
    {
        Name = model.Name ?? model.Group!.Name,
        Path = model.Path,
        Source = model.Before?.Source ?? (model.Snapshot is null ? null : new ModelSource { Type = SourceType.HuggingFace }),
        Signature = BundleFinder.Find(lockFolder, model),
        Provenance = model.Before?.Provenance,
        Behavior = model.Before?.Behavior,
        Files = new OrdinalMap<ModelFile>(
        [
            .. model.Kept.Concat(model.Files.Keys.Select(path => new ModelFile
            {
                Path = RelativePath.From(model.Path, path),
                Sha256 = NoDigest,
                Size = 0,
                Format = "unknown",
            })).Select(static file => new KeyValuePair<string, ModelFile>(file.Path, file)),
        ]),
    };

    // resnet50.labels.txt goes to resnet50; what is named like no model goes to the first.
    private static PlannedModel Owner(List<PlannedModel> models, FoundFile file) => models
        .Select(model => (Model: model, Common: model.Files.Values.Where(static member => member.IsModel).Max(member => Common(FileStem.Of(member.Name), file.Name))))
        .OrderByDescending(static pair => pair.Common)
        .First().Model;

    private static int? Common(string stem, string name) => name.StartsWith(stem, StringComparison.Ordinal) ? stem.Length : 0;

    private static Finding LeftOut(string path, string model, string fullPath) => new(
        Rules.FileNotDeclared,
        $"'{Printable.Of(path)}' is not locked, since .gitignore names it or it is no regular file, but it lies in the folder of {Printable.Of(model)}, where a verification accepts declared files only; move it away")
    {
        Subject = fullPath,
    };
}
