using System.Text;
using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>
/// Byte-level byte pair encoding, as GPT-2 brought it up and most models have it since: text is cut into words, words into bytes, and bytes are
/// joined by the merges in their order. Only patterns that are known cut words: one out of a file is a regular expression of a stranger.
/// </summary>
internal sealed class BytePairTokenizer
{
    /// <summary>Characters of a text.</summary>
    public const int MaxText = 1 << 15;

    private const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private const string Llama3 = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string Qwen2 = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private static readonly string[] Patterns = [Gpt2, Llama3, Qwen2];
    private static readonly char[] Letters = Table();
    private static readonly Dictionary<char, byte> Bytes = Enumerable.Range(0, 256).ToDictionary(static value => Letters[value], static value => (byte)value);

    private readonly TokenizerFile _file;
    private readonly Dictionary<(string, string), int> _ranks = [];
    private readonly Dictionary<long, string> _texts = [];
    private readonly AddedToken[] _added;
    private readonly Regex _words;
    private readonly bool _addsSpace;

    /// <exception cref="CheckSkippedException">It is of another kind, or cuts words in an unknown way.</exception>
    public BytePairTokenizer(TokenizerFile file)
    {
        _file = file;
        if (file.Kind != "BPE" || file.Splitters is not [.., { Kind: "ByteLevel" } level] || file.Normalizers.Any(static step => step.Kind != "NFC"))
            throw new CheckSkippedException("its tokenizer is no byte-level BPE, which is the only kind that is known here");

        var pattern = level.UsesPattern ? Gpt2 : file.Splitters is [{ Kind: "Split", Pattern: { } own }, _] ? own : "";
        if (file.Splitters.Count > (level.UsesPattern ? 1 : 2) || Array.IndexOf(Patterns, pattern) < 0)
            throw new CheckSkippedException($"its tokenizer cuts words by a pattern that is not known here ('{Printable.Of(pattern, 60)}')");

        _words = new Regex(pattern, RegexOptions.CultureInvariant);
        _addsSpace = level.AddsSpace;
        for (var i = 0; i < file.Merges.Count; i++)
            _ranks.TryAdd(file.Merges[i], i);
        foreach (var (text, id) in file.Vocabulary)
            _texts[id] = text;
        _added = [.. file.Specials.Where(static token => token.Text.Length > 0).OrderByDescending(static token => token.Text.Length).ThenBy(static token => token.Id)];
        foreach (var token in _added)
            _texts[token.Id] = token.Text;
    }

    /// <summary>Tokens beside the trained vocabulary.</summary>
    public IReadOnlyList<AddedToken> Added => _added;

    /// <summary>Rows of the vocabulary.</summary>
    public long Size => _texts.Keys.DefaultIfEmpty(-1).Max() + 1;

    /// <summary>The text's tokens; what has none is left out.</summary>
    /// <exception cref="CheckSkippedException">The text is too long.</exception>
    public long[] Encode(string text)
    {
        if (text.Length > MaxText)
            throw new CheckSkippedException($"a text has more than {MaxText} characters");

        var tokens = new List<long>();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Array.Find(_added, token => string.CompareOrdinal(text, at, token.Text, 0, token.Text.Length) == 0) is not { } added)
                continue;

            Words(text[from..at], tokens);
            tokens.Add(added.Id);
            at += added.Text.Length - 1;
            from = at + 1;
        }

        Words(text[from..], tokens);
        return [.. tokens];
    }

    /// <summary>The tokens' text; special ones as they are written.</summary>
    public string Decode(IEnumerable<long> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            var text = _texts.GetValueOrDefault(token, "");
            if (Array.Exists(_added, added => added.Id == token))
                bytes.AddRange(Encoding.UTF8.GetBytes(text));
            else
                bytes.AddRange(text.Where(Bytes.ContainsKey).Select(static letter => Bytes[letter]));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private void Words(string text, List<long> tokens)
    {
        if (text.Length == 0)
            return;

        var whole = _addsSpace && !char.IsWhiteSpace(text[0]) ? " " + text : text;
        if (_file.Normalizers.Count > 0)
            whole = whole.Normalize(NormalizationForm.FormC);
        foreach (var word in _words.EnumerateMatches(whole))
            Word(string.Concat(Encoding.UTF8.GetBytes(whole.Substring(word.Index, word.Length)).Select(static value => Letters[value])), tokens);
    }

    private void Word(string word, List<long> tokens)
    {
        if (_file.IgnoresMerges && _file.Vocabulary.TryGetValue(word, out var known))
        {
            tokens.Add(known);
            return;
        }

        var parts = word.Select(static letter => letter.ToString()).ToList();
        while (parts.Count > 1)
        {
            var (best, rank) = (-1, int.MaxValue);
            for (var i = 0; i + 1 < parts.Count; i++)
            {
                if (_ranks.TryGetValue((parts[i], parts[i + 1]), out var own) && own < rank)
                    (best, rank) = (i, own);
            }

            if (best < 0)
                break;

            // Everywhere in the word, from left to right.
            var (left, right) = (parts[best], parts[best + 1]);
            for (var i = best; i + 1 < parts.Count; i++)
            {
                if (parts[i] == left && parts[i + 1] == right)
                {
                    parts[i] = left + right;
                    parts.RemoveAt(i + 1);
                }
            }
        }

        tokens.AddRange(parts.Where(_file.Vocabulary.ContainsKey).Select(part => _file.Vocabulary[part]));
    }

    // Bytes that print stand for themselves, the others for what comes after U+0100 (openai/gpt-2, encoder.py).
    private static char[] Table()
    {
        var (letters, next) = (new char[256], 256);
        for (var value = 0; value < letters.Length; value++)
            letters[value] = value is (>= 33 and <= 126) or (>= 161 and <= 172) or >= 174 ? (char)value : (char)next++;
        return letters;
    }
}
