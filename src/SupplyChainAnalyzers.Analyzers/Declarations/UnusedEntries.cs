using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Declarations;

/// <summary>
/// Entries that nothing in the project names: no text of its code or its additional files, and no item of it. Whether something
/// else uses them nobody can know here, so it is only said of a lock in the project's own folder, and only as a message.
/// </summary>
internal static class UnusedEntries
{
    // Above that, looking for every name in every text would be felt while typing.
    private const int MaxCharacters = 4 << 20;
    private const int MaxNames = 200;

    public static IEnumerable<Finding> Find(ModelsLock models, AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (!IsOwn(path, BuildProperty.Find(options, "ProjectDir"))
            || BuildProperty.Find(options, "_SupplyChainItems") is not { } encoded || BuildProperty.Lines(encoded) is not { } items
            || TextsOf(context) is not { } texts)
        {
            return [];
        }

        var accessors = ModelAccessor.Of(models).ToDictionary(static accessor => accessor.Model.Name, static accessor => accessor.Name, StringComparer.Ordinal);
        var folders = items.Select(static item => item.Trim().Replace('\\', '/')).ToList();
        return models.Models.Values
            .Where(model => !IsShipped(model, folders) && !IsNamed(model, accessors.TryGetValue(model.Name, out var accessor) ? accessor : model.Name, texts))
            .Select(model => Finding.At(
                Rules.LockEntryUnused,
                $"Neither code nor an item of this project names '{Printable.Of(model.Name)}'; remove the entry if nothing else uses it",
                path,
                model.Region));
    }

    private static bool IsOwn(string lockPath, string? projectFolder) =>
        projectFolder is not null && FolderOf(lockPath) == projectFolder.Replace('\\', '/').TrimEnd('/');

    private static string FolderOf(string path)
    {
        var text = path.Replace('\\', '/');
        var end = text.LastIndexOf('/');
        return end < 0 ? "" : text.Substring(0, end);
    }

    // Null: too much to look through.
    private static List<string>? TextsOf(AdditionalFileAnalysisContext context)
    {
        var texts = new List<string>();
        var characters = 0;
        var files = context.Compilation.SyntaxTrees.Where(static tree => !IsAccessors(tree)).Select(tree => tree.GetText(context.CancellationToken))
            .Concat(context.Options.AdditionalFiles.Where(file => file.Path != context.AdditionalFile.Path).Select(file => file.GetText(context.CancellationToken)));
        foreach (var text in files)
        {
            characters += text?.Length ?? 0;
            if (characters > MaxCharacters)
                return null;

            if (text is not null)
                texts.Add(text.ToString());
        }

        return texts;
    }

    // They name every entry, whether anybody uses it or not.
    private static bool IsAccessors(SyntaxTree tree) => tree.FilePath.EndsWith(ModelAccessor.ContainerName + ".g.cs", StringComparison.Ordinal);

    private static bool IsShipped(ModelEntry model, List<string> items)
    {
        var folder = model.Path == "." ? "" : model.Path + "/";
        return items.Exists(item => folder.Length == 0 ? model.Files.ContainsKey(item) : item.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsNamed(ModelEntry model, string accessor, List<string> texts)
    {
        string[] names = [model.Name, accessor, Last(model.Path), .. model.Files.Keys.Take(MaxNames).Select(Last)];
        return model.Files.Count > MaxNames || names.Any(name => texts.Exists(text => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static string Last(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
