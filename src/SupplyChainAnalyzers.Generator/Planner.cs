using System.Collections.Immutable;
using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>From the text of the lock to what is generated.</summary>
internal static class Planner
{
    private const string OwnFolder = ".";

    /// <summary>Null when the project asks for nothing.</summary>
    public static Plan? Make(ImmutableArray<LockText> locks, Settings settings)
    {
        if (!settings.IsOn)
            return null;

        if (locks.IsEmpty)
            return Nothing(settings, new Problem(true, null, default, "SupplyChainGenerate is true, and the project has no models.lock to generate from; run: models lock"));

        var file = locks[0];
        if (file.Text is null)
            return Nothing(settings, new Problem(true, file.Path, TextRegion.Start, "The compiler could not read models.lock, so there are no accessors; see that it is a file of UTF-8 text"));

        var result = ModelsLockReader.Read(file.Text.ToString(), file.Path);
        return result.Value is { } models ? Make(models, file.Path, settings) : Nothing(settings, Of(result.Errors));
    }

    private static Plan Make(ModelsLock models, string path, Settings settings)
    {
        var copies = new CopyMap(settings.Copies);
        var accessors = ModelAccessor.Of(models);
        return new Plan(
            settings.Namespace,
            new([.. accessors.Select(model => Make(model, copies))]),
            new([.. NameProblems.In(accessors, path)]));
    }

    private static GeneratedModel Make(ModelAccessor model, CopyMap copies)
    {
        var entry = model.Model;
        var files = model.Files.Select(file => new GeneratedFile(
            file.Name,
            file.File.Path,
            copies.Find(entry.Path == OwnFolder ? file.File.Path : entry.Path + "/" + file.File.Path),
            file.File.Sha256!,
            file.File.Size!.Value,
            file.File.Format));
        return new GeneratedModel(
            model.Name, entry.Name, SourceOf(entry.Source), entry.Source?.Revision, model.IsSingleFile, model.Files.Count == entry.Files.Count, new([.. files]));
    }

    private static string? SourceOf(ModelSource? source)
    {
        if (source is null)
            return null;

        var place = string.Join("/", new[] { source.Host, source.Repo, source.Asset }.Where(static part => part is not null));
        return string.Join(" ", new[] { ManifestWords.Of(source.Type), place, source.Url }.Where(static part => !string.IsNullOrEmpty(part)));
    }

    // The build reports them all, one by one; here the first says why there is nothing.
    private static Problem Of(IReadOnlyList<Finding> errors) => new(
        true,
        errors[0].File,
        errors[0].Region,
        $"models.lock is not valid, so there are no accessors: {Printable.Of(errors[0].Message)} ({errors[0].Rule.Id})");

    private static Plan Nothing(Settings settings, Problem problem) => new(settings.Namespace, default, new([problem]));
}
