using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

/// <summary>The tokenizer a GGUF file brings: <c>tokenizer.ggml.tokens</c>, <c>.token_type</c>, <c>.merges</c>, <c>.bos_token_id</c> and others.</summary>
internal static class GgufTokens
{
    private const string Prefix = "tokenizer.ggml.";
    private const int MaxText = 4096; // bytes of a token
    private const int Control = 3; // llama_token_type: a token of its own meaning
    private const int UserDefined = 4;

    /// <summary>Null when it brings none.</summary>
    /// <param name="cursor">Of the file; stands where it stood afterwards.</param>
    /// <param name="lists">Type, count and place of the lists in its metadata.</param>
    /// <param name="numbers">Whole numbers of its metadata.</param>
    public static TokenizerFacts? Read(GgufCursor cursor, IReadOnlyDictionary<string, (uint Type, long Count, long At)> lists, IReadOnlyDictionary<string, long> numbers)
    {
        if (!lists.TryGetValue(Prefix + "tokens", out var tokens) || tokens.Type != GgufType.Text)
            return null;

        var before = cursor.Position;
        var texts = Texts(cursor, tokens);
        var kinds = lists.TryGetValue(Prefix + "token_type", out var types) && types.Type is GgufType.Int32 or GgufType.UInt32 ? Kinds(cursor, types, texts.Length) : [];
        var merges = lists.TryGetValue(Prefix + "merges", out var pairs) && pairs.Type == GgufType.Text ? Texts(cursor, pairs) : [];
        cursor.Position = before;
        var roles = numbers.Where(static pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key.EndsWith("_token_id", StringComparison.Ordinal))
            .ToDictionary(static pair => pair.Key[Prefix.Length..], static pair => pair.Value, StringComparer.Ordinal);
        return new TokenizerFacts(texts, merges, [.. Enumerable.Range(0, kinds.Length).Where(row => kinds[row] is Control or UserDefined).Select(row => new AddedToken(row, texts[row], kinds[row] == Control))], roles);
    }

    private static string[] Texts(GgufCursor cursor, (uint Type, long Count, long At) list)
    {
        if (list.Count > TokenizerFacts.MaxTokens)
            throw new LimitExceededException($"it has more than {TokenizerFacts.MaxTokens} tokens", list.At);

        cursor.Position = list.At;
        var texts = new string[list.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var length = cursor.Count("a token");
            texts[i] = length <= (ulong)cursor.Remaining ? cursor.Text((long)length, MaxText, "a token") : throw new DamagedFileException("the file ends within a token", cursor.Position);
        }

        return texts;
    }

    private static int[] Kinds(GgufCursor cursor, (uint Type, long Count, long At) list, int most)
    {
        cursor.Position = list.At;
        var kinds = new int[Math.Min(list.Count, most)];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = (int)cursor.U32("a token");
        return kinds;
    }
}
