using System.Globalization;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>Tells two locks apart, for people.</summary>
public static class LockDiff
{
    // Enough to tell two digests apart by eye.
    private const int ShownDigits = 12;

    /// <summary>All differences in models and their files, in ordinal order of models and files.</summary>
    public static IReadOnlyList<LockChange> Between(ModelsLock before, ModelsLock after)
    {
        var changes = new List<LockChange>();
        foreach (var name in before.Models.Keys.Union(after.Models.Keys, StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal))
        {
            before.Models.TryGetValue(name, out var old);
            after.Models.TryGetValue(name, out var now);
            Compare(name, old, now, changes);
        }

        return changes;
    }

    private static void Compare(string name, ModelEntry? before, ModelEntry? after, List<LockChange> changes)
    {
        if (before is null || after is null)
        {
            var entry = (before ?? after)!;
            var files = entry.Files.Count == 1 ? "1 file" : entry.Files.Count.ToString(CultureInfo.InvariantCulture) + " files";
            var only = entry.Files.Count == 1 ? entry.Files.Values.Single() : null;
            var detail = only is null ? $"{entry.Path}, {files}" : $"{PathRules.Join(entry.Path, only.Path)}, {only.Format}, {Bytes(only.Size)}";
            changes.Add(new LockChange(before is null ? LockChangeKind.Added : LockChangeKind.Removed, name, null, detail));
            return;
        }

        if (before.Path != after.Path)
            changes.Add(new LockChange(LockChangeKind.Changed, name, null, $"path {before.Path} -> {after.Path}"));
        if (Text(before.Source) != Text(after.Source))
            changes.Add(new LockChange(LockChangeKind.Changed, name, null, $"source {Text(before.Source)} -> {Text(after.Source)}"));

        if (before.Signature?.Bundle != after.Signature?.Bundle || before.Signature?.Signer != after.Signature?.Signer)
            changes.Add(new LockChange(LockChangeKind.Changed, name, null, $"signature {Text(before.Signature)} -> {Text(after.Signature)}"));

        foreach (var (what, old, now) in Data(before.Behavior, after.Behavior))
        {
            if (old?.Path != now?.Path || old?.Sha256 != now?.Sha256)
                changes.Add(new LockChange(LockChangeKind.Changed, name, null, $"{what} {Text(old)} -> {Text(now)}"));
        }

        var count = changes.Count;
        foreach (var file in before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).OrderBy(static file => file, StringComparer.Ordinal))
        {
            before.Files.TryGetValue(file, out var old);
            after.Files.TryGetValue(file, out var now);
            Compare(name, PathRules.Join(after.Path, file), old, now, changes);
        }

        if (count == changes.Count && before.TreeHash != after.TreeHash)
            changes.Add(new LockChange(LockChangeKind.Changed, name, null, "treeHash"));
    }

    private static void Compare(string name, string path, ModelFile? before, ModelFile? after, List<LockChange> changes)
    {
        if (before is null)
            changes.Add(new LockChange(LockChangeKind.Added, name, path, $"{after!.Format}, {Bytes(after.Size)}"));
        else if (after is null)
            changes.Add(new LockChange(LockChangeKind.Removed, name, path, $"{before.Format}, {Bytes(before.Size)}"));
        else if (before.Sha256 != after.Sha256 || before.Size != after.Size)
            changes.Add(new LockChange(LockChangeKind.Changed, name, path, before.Size == after.Size ? $"sha256 {Digest(before.Sha256)} -> {Digest(after.Sha256)}" : $"{Bytes(before.Size)} -> {Bytes(after.Size)}"));
        else if (before.Format != after.Format)
            changes.Add(new LockChange(LockChangeKind.Changed, name, path, $"format {before.Format} -> {after.Format}"));
    }

    private static string Text(ModelSource? source)
    {
        if (source is null)
            return "none";

        var type = source.Type.ToString().ToLowerInvariant();
        var place = source.Repo ?? source.Url;
        var name = place is null ? type : type + " " + place;
        return source.Revision is null ? name : name + "@" + (source.Revision.Length > ShownDigits && source.ResolvedFrom is null ? source.Revision : source.Revision + " (" + source.ResolvedFrom + ")");
    }

    private static IEnumerable<(string What, BehaviorFile? Before, BehaviorFile? After)> Data(BehaviorFact? before, BehaviorFact? after) =>
        [("probe", before?.Probe, after?.Probe), ("labels", before?.Labels, after?.Labels), ("training", before?.Training, after?.Training)];

    private static string Text(BehaviorFile? file) => file is null ? "none" : file.Path + " " + Digest(file.Sha256);

    private static string Text(SignatureFact? signature) => signature is null ? "none" : signature.Signer ?? signature.Bundle + " (nobody recorded)";

    private static string Digest(string? sha256) => sha256 is null ? "none" : sha256.Substring(0, Math.Min(sha256.Length, ShownDigits));

    private static string Bytes(long? size) => size is { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) + (bytes == 1 ? " byte" : " bytes") : "no size";
}
