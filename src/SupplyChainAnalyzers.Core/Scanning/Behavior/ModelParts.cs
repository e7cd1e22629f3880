using System.Globalization;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>The files that belong to a model beside the one that is named: its other parts, and texts that say what it is.</summary>
public static class ModelParts
{
    private const int Digits = 5;
    private const int MaxParts = 2000;

    /// <summary>File names of those texts, as publishers have them.</summary>
    public static IReadOnlyList<string> TextNames { get; } =
        ["adapter_config.json", "chat_template.jinja", "chat_template.json", "config.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt"];

    /// <summary>The parts of a model, one for a model of one file: those of <c>model-00002-of-00005.safetensors</c> are all five that are there.</summary>
    /// <param name="path">Absolute, of any part.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        var (folder, name, ending) = (Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var at = name.LastIndexOf("-of-", StringComparison.Ordinal);
        if (at < Digits + 1 || Number(name.Substring(at + 4)) is not (> 0 and <= MaxParts and var count) || Number(name.Substring(at - Digits, Digits)) is null)
            return [path];

        var (start, end) = (name.Substring(0, at - Digits), name.Substring(at));
        var parts = Enumerable.Range(1, count).Select(i => Path.Combine(folder, $"{start}{i.ToString("D5", CultureInfo.InvariantCulture)}{end}{ending}")).Where(File.Exists).ToArray();
        return parts.Contains(path) ? parts : [path];
    }

    /// <summary>The texts that lie beside a model.</summary>
    /// <param name="path">Absolute, of the model.</param>
    public static IReadOnlyList<string> TextsOf(string path) => [.. TextNames.Select(name => Path.Combine(Path.GetDirectoryName(path)!, name)).Where(File.Exists)];

    /// <summary>All there is beside a model and its reference: parts and texts, without the two themselves.</summary>
    /// <param name="model">Absolute path.</param>
    /// <param name="reference">Absolute path; null when there is none.</param>
    public static IReadOnlyList<string> Beside(string model, string? reference) =>
        [.. new[] { model, reference }.OfType<string>().SelectMany(static path => Of(path).Concat(TextsOf(path))).Where(path => path != model && path != reference).Distinct()];

    private static int? Number(string digits) => digits.Length == Digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
