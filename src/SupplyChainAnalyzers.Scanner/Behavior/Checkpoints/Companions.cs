using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Texts that lie beside weights and say what they are and how they are talked to, by file name; hostile.</summary>
internal sealed class Companions(IReadOnlyDictionary<string, byte[]> files)
{
    public const string AdapterConfig = "adapter_config.json";
    public const string ModelConfig = "config.json";
    public const string Tokenizer = "tokenizer.json";
    public const string TokenizerConfig = "tokenizer_config.json";
    public const string Template = "chat_template.jinja";
    public const string Vocabulary = "vocab.txt";
    public const string TemplateJson = "chat_template.json";

    private static readonly JsonLimits Limits = new() { MaxLength = 16 << 20, MaxNodes = 1_000_000 };

    public static Companions None { get; } = new(new Dictionary<string, byte[]>());

    /// <summary>Null when the file is not there.</summary>
    /// <exception cref="BehaviorInputException">It is no JSON object.</exception>
    public JsonNode? Json(string name)
    {
        if (!files.TryGetValue(name, out var bytes))
            return null;

        var json = JsonReader.Parse(bytes, Limits);
        return json.Root is { Kind: JsonKind.Object } root && json.Error is null
            ? root
            : throw new BehaviorInputException($"{name} cannot be read: {Printable.Message(json.Error?.Message ?? "it is no JSON object")}");
    }

    /// <summary>A line of a text, from 0; null when it is not there.</summary>
    public string? Line(string name, long number)
    {
        if (number is < 0 or > int.MaxValue || !files.TryGetValue(name, out var bytes))
            return null;

        return Encoding.UTF8.GetString(bytes).Split('\n').ElementAtOrDefault((int)number)?.TrimEnd('\r');
    }

    /// <summary>Null when there is no tokenizer.json.</summary>
    /// <exception cref="BehaviorInputException">It cannot be read.</exception>
    public TokenizerFile? ReadTokenizer()
    {
        try
        {
            return files.TryGetValue(Tokenizer, out var bytes) ? TokenizerFile.Read(new MemorySource(bytes)) : null;
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            throw new BehaviorInputException($"{Tokenizer} cannot be read: {e.Message}");
        }
    }

    /// <summary>Chat templates by where they stand.</summary>
    /// <exception cref="BehaviorInputException">A file cannot be read.</exception>
    public IReadOnlyDictionary<string, string> Templates()
    {
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        if (files.TryGetValue(Template, out var text))
            templates[Template] = Encoding.UTF8.GetString(text);
        foreach (var name in new[] { TokenizerConfig, TemplateJson })
        {
            var member = Json(name)?.Find("chat_template");
            if (member?.StringValue is { } only)
                templates[name] = only;
            foreach (var item in member?.Items ?? [])
            {
                if (item.Find("template")?.StringValue is { } named)
                    templates[$"{name} '{Printable.Of(item.Find("name")?.StringValue, 40)}'"] = named;
            }
        }

        return templates;
    }
}
