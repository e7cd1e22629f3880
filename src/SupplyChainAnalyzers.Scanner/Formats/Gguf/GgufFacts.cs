using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Gguf;

/// <summary>Metadata that loaders compute with, and the lies in it (Databricks, "GGUF file format vulnerabilities", 2024).</summary>
internal sealed class GgufFacts
{
    private const string Tokens = "tokenizer.ggml.tokens";
    private const int DefaultAlignment = 32;
    private const uint MaxAlignment = 1 << 20;

    private readonly Dictionary<string, (uint Type, ulong Value, long At)> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _itemTypes = new(StringComparer.Ordinal);

    /// <summary>Bytes each tensor begins at a multiple of.</summary>
    public long Alignment => _facts.TryGetValue("general.alignment", out var fact) && fact.Value is > 0 and <= MaxAlignment ? (long)fact.Value : DefaultAlignment;

    public void Take(string key, uint type, ulong value, long at)
    {
        if (key is Tokens or "general.alignment" or "split.no" or "split.count" || Parallel(key))
            _facts[key] = (type, value, at);
    }

    public void TakeItems(string key, uint type)
    {
        if (key == Tokens || Parallel(key))
            _itemTypes[key] = type;
    }

    public void Check(ScanContext context)
    {
        if (_facts.TryGetValue("general.alignment", out var alignment) && (alignment.Type != GgufType.UInt32 || alignment.Value is 0 or > MaxAlignment || (alignment.Value & (alignment.Value - 1)) != 0))
            context.Report(Rules.GgufLie, "has an alignment that is no power of two: loaders divide by it and compute places with it; do not use it", alignment.At, symbol: "general.alignment");

        if (_facts.TryGetValue(Tokens, out var tokens))
            CheckVocabulary(tokens, context);

        if (_facts.TryGetValue("split.no", out var part) && _facts.TryGetValue("split.count", out var parts) && parts.Value > 0 && part.Value >= parts.Value)
            context.Report(Rules.GgufRefused, "is a part of a model beyond its own count of parts; get the model from its publisher", part.At, symbol: "split.no");
    }

    // llama.cpp reads scores and kinds by the number of tokens, as float and int, whatever the lists are.
    private void CheckVocabulary((uint Type, ulong Value, long At) tokens, ScanContext context)
    {
        if (tokens.Type != GgufType.Array || _itemTypes.GetValueOrDefault(Tokens) != GgufType.Text)
            context.Report(Rules.GgufLie, "has a vocabulary that is no list of texts, which loaders take it for; do not use it", tokens.At, symbol: Tokens);

        foreach (var (key, fact) in _facts.Where(static pair => Parallel(pair.Key)))
        {
            var type = key.EndsWith("scores", StringComparison.Ordinal) ? GgufType.Float32 : GgufType.Int32;
            var itemType = _itemTypes.GetValueOrDefault(key);
            if (fact.Type != GgufType.Array || (itemType != type && !(itemType == GgufType.UInt32 && type == GgufType.Int32)))
                context.Report(Rules.GgufLie, $"has '{key}' of another type than loaders take it for; do not use it", fact.At, symbol: key);
            else if (fact.Value < tokens.Value)
                context.Report(Rules.GgufLie, $"has fewer values in '{key}' than tokens, and loaders read one for each; do not use it", fact.At, symbol: key);
        }
    }

    private static bool Parallel(string key) => key is "tokenizer.ggml.scores" or "tokenizer.ggml.token_type";
}
