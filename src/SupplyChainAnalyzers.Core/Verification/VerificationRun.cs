using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What the checks of one verification share: the lock laid out as files and folders, and what was found so far.</summary>
internal sealed class VerificationRun
{
    private readonly Lazy<ModelsPolicy> _policy;

    /// <summary>Lays out <paramref name="models"/>; <paramref name="policy"/> is called when somebody asks for it.</summary>
    public VerificationRun(VerificationRequest request, ModelsLock models, Func<ModelsPolicy> policy, CancellationToken cancellation)
    {
        Request = request;
        Models = models;
        _policy = new Lazy<ModelsPolicy>(policy);
        Cancellation = cancellation;
        LockFolder = Path.GetDirectoryName(request.LockPath)!;

        var scope = request.Scope is null ? null : new HashSet<string>(request.Scope, DeclaredPath.Comparer);
        foreach (var model in models.Models)
            Add(model.Value, scope);
    }

    /// <summary>What was asked.</summary>
    public VerificationRequest Request { get; }

    /// <summary>The lock.</summary>
    public ModelsLock Models { get; }

    /// <summary>The policy in force.</summary>
    public ModelsPolicy Policy => _policy.Value;

    /// <summary>Absolute folder of the lock.</summary>
    public string LockFolder { get; }

    /// <summary>The day that decides what still holds, UTC.</summary>
    public DateTime Today => Request.TodayUtc ?? DateTime.UtcNow.Date;

    /// <summary>Asked for between files.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Every declared file, in order of the lock.</summary>
    public List<DeclaredFile> Files { get; } = [];

    /// <summary>Every folder that is a model's path, by its absolute path.</summary>
    public Dictionary<string, ModelFolder> Folders { get; } = new(DeclaredPath.Comparer);

    /// <summary>What was found so far, in any order.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Declared files that were found.</summary>
    public int Looked { get; set; }

    /// <summary>Files that were read and hashed.</summary>
    public int Hashed { get; set; }

    /// <summary>Files whose digest was remembered.</summary>
    public int Cached { get; set; }

    /// <summary>Bytes of the hashed files.</summary>
    public long BytesHashed { get; set; }

    /// <summary>Digests and sizes of the whole lock; built when the first file is not what it should be.</summary>
    public DeclaredDigests Declared => _declared ??= new DeclaredDigests(Files);

    /// <summary>Digests of unchanged files; null when none are to be remembered. Saved at the end.</summary>
    public HashCache? Cache { get; set; }

    /// <summary>Absolute paths beside lock, policies, files and folders that the answer depends on: bundles, keys, certificates.</summary>
    public HashSet<string> AlsoRead { get; } = new(StringComparer.Ordinal);

    /// <summary>Every answer about a signature or attestation, with the name of its model.</summary>
    public List<(string Model, Scanning.ScanResult Result)> Evidence { get; } = [];

    /// <summary>The signer of each model whose signature is valid and trusted, by the model's name.</summary>
    public Dictionary<string, string> Signers { get; } = new(StringComparer.Ordinal);

    private DeclaredDigests? _declared;

    /// <summary>Adds a finding in the lock.</summary>
    public void Report(Finding finding) => Findings.Add(finding with { File = Request.LockPath });

    /// <summary>Adds a fault of a model as a whole.</summary>
    public void Report(Rule rule, ModelEntry model, Text.TextRegion region, string message, string? subject = null) =>
        Report(new Finding(rule, message) { Region = region, Model = model.Name, Subject = subject });

    private void Add(ModelEntry model, HashSet<string>? scope)
    {
        var path = DeclaredPath.Folder(LockFolder, model.Path);
        if (!Folders.TryGetValue(path, out var folder))
            Folders.Add(path, folder = new ModelFolder(path, model));

        var first = Files.Count;
        var isInScope = scope is null;
        foreach (var entry in model.Files)
        {
            var file = new DeclaredFile(folder, model, entry.Value, Path.Combine(path, DeclaredPath.Native(entry.Key)));
            isInScope = isInScope || scope!.Contains(file.FullPath);
            Files.Add(file);
            folder.Files.Add(file);
        }

        folder.IsInScope |= isInScope;
        for (var i = first; i < Files.Count; i++)
            Files[i].IsInScope = isInScope;
    }
}
