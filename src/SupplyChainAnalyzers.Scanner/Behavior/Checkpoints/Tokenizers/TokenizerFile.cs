using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

/// <summary>
/// A tokenizer.json (huggingface/tokenizers): tokens added by hand, steps before and after, and a model of a kind (BPE, WordPiece, Unigram, WordLevel)
/// with its vocabulary and merges.
/// </summary>
internal sealed class TokenizerFile
{
    private const string What = "the tokenizer";
    private const int MaxSteps = 100;

    private readonly JsonStream _json;
    private readonly Dictionary<string, long> _vocabulary = new(StringComparer.Ordinal);
    private readonly List<AddedToken> _added = [];
    private readonly List<(string Left, string Right)> _merges = [];
    private readonly List<TokenizerStep> _before = [];
    private readonly List<TokenizerStep> _normal = [];

    private TokenizerFile(ByteSource file)
    {
        _json = new JsonStream(file, What);
        Expect(_json.Next() == JsonTokenType.StartObject);
        Members(name =>
        {
            switch (name)
            {
                case "added_tokens":
                    Items(Added);
                    break;
                case "normalizer":
                    Steps(_normal);
                    break;
                case "pre_tokenizer":
                    Steps(_before);
                    break;
                case "model":
                    Expect(_json.Token == JsonTokenType.StartObject);
                    Members(Model);
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
    }

    /// <summary>BPE, WordPiece, Unigram, WordLevel; hostile.</summary>
    public string Kind { get; private set; } = "";

    public IReadOnlyDictionary<string, long> Vocabulary => _vocabulary;

    public IReadOnlyList<(string Left, string Right)> Merges => _merges;

    public IReadOnlyList<AddedToken> Specials => _added;

    /// <summary>What changes the text first.</summary>
    public IReadOnlyList<TokenizerStep> Normalizers => _normal;

    /// <summary>What cuts it into words.</summary>
    public IReadOnlyList<TokenizerStep> Splitters => _before;

    /// <summary>Whether a whole word that is a token is taken as it is.</summary>
    public bool IgnoresMerges { get; private set; }

    /// <exception cref="DamagedFileException">It is none.</exception>
    /// <exception cref="LimitExceededException">Too many tokens.</exception>
    public static TokenizerFile Read(ByteSource file) => new(file);

    /// <summary>For a comparison.</summary>
    public TokenizerFacts Facts()
    {
        var highest = _vocabulary.Values.Concat(_added.Select(static token => token.Id)).DefaultIfEmpty(-1).Max();
        Expect(highest < TokenizerFacts.MaxTokens);
        var tokens = new string?[highest + 1];
        foreach (var (text, id) in _vocabulary)
            tokens[id] = text;
        foreach (var token in _added)
            tokens[token.Id] = token.Text;
        return new TokenizerFacts(tokens, [.. _merges.Select(static pair => pair.Left + " " + pair.Right)], [.. _added.OrderBy(static token => token.Id)], new Dictionary<string, long>());
    }

    private void Model(string name)
    {
        switch (name)
        {
            case "type" when _json.Token == JsonTokenType.String:
                Kind = _json.Text;
                break;
            case "ignore_merges":
                IgnoresMerges = _json.Token == JsonTokenType.True;
                _json.Skip();
                break;
            case "vocab" when _json.Token == JsonTokenType.StartObject:
                Members(text => Token(text, _json.Whole));
                break;
            case "vocab":
                Items(() => // Unigram: token and score, the row is the place
                {
                    Expect(_json.Token == JsonTokenType.StartArray && _json.Next() == JsonTokenType.String);
                    Token(_json.Text, _vocabulary.Count);
                    while (_json.Next() != JsonTokenType.EndArray)
                        _json.Skip();
                });
                break;
            case "merges":
                Items(Merge);
                break;
            default:
                _json.Skip();
                break;
        }
    }

    // "a b", or since 2024 ["a", "b"].
    private void Merge()
    {
        if (_merges.Count == TokenizerFacts.MaxTokens)
            throw new LimitExceededException($"{What} has more than {TokenizerFacts.MaxTokens} merges");

        if (_json.Token == JsonTokenType.String && _json.Text.Split(' ') is [var left, var right])
        {
            _merges.Add((left, right));
            return;
        }

        Expect(_json.Token == JsonTokenType.StartArray && _json.Next() == JsonTokenType.String);
        left = _json.Text;
        Expect(_json.Next() == JsonTokenType.String);
        _merges.Add((left, _json.Text));
        Expect(_json.Next() == JsonTokenType.EndArray);
    }

    private void Token(string text, long row)
    {
        Expect(row is >= 0 and < TokenizerFacts.MaxTokens && _vocabulary.TryAdd(text, row));
    }

    private void Added()
    {
        Expect(_json.Token == JsonTokenType.StartObject);
        var (id, text, special) = (-1L, "", false);
        Members(name =>
        {
            if (name == "id")
                id = _json.Whole;
            else if (name == "content")
                text = _json.Text;
            else if (name == "special")
                special = _json.Token == JsonTokenType.True;
            _json.Skip();
        });
        Expect(id is >= 0 and < TokenizerFacts.MaxTokens && _added.Count < TokenizerFacts.MaxTokens);
        _added.Add(new AddedToken(id, text, special));
    }

    // One step, a sequence of them, or null.
    private void Steps(List<TokenizerStep> into)
    {
        if (_json.Token != JsonTokenType.StartObject)
        {
            _json.Skip();
            return;
        }

        var step = new TokenizerStep("", null, UsesPattern: true, AddsSpace: false);
        Members(name =>
        {
            switch (name)
            {
                case "type":
                    step = step with { Kind = _json.Text };
                    _json.Skip();
                    break;
                case "use_regex":
                    step = step with { UsesPattern = _json.Token == JsonTokenType.True };
                    _json.Skip();
                    break;
                case "add_prefix_space":
                    step = step with { AddsSpace = _json.Token == JsonTokenType.True };
                    _json.Skip();
                    break;
                case "pattern" when _json.Token == JsonTokenType.StartObject:
                    Members(_ => step = step with { Pattern = _json.Token == JsonTokenType.String ? _json.Text : throw Broken() });
                    break;
                case "pretokenizers" or "normalizers":
                    Items(() => Steps(into));
                    break;
                default:
                    _json.Skip();
                    break;
            }
        });
        if (step.Kind == "Sequence")
            return;
        if (into.Count == MaxSteps)
            throw new LimitExceededException($"{What} has more than {MaxSteps} steps");
        into.Add(step);
    }

    private void Members(Action<string> value)
    {
        while (_json.Next() == JsonTokenType.PropertyName)
        {
            var name = _json.Text;
            _json.Next();
            value(name);
        }
    }

    private void Items(Action item)
    {
        Expect(_json.Token == JsonTokenType.StartArray);
        while (_json.Next() != JsonTokenType.EndArray)
            item();
    }

    private void Expect(bool isTrue)
    {
        if (!isTrue)
            throw Broken();
    }

    private DamagedFileException Broken() => new($"{What} is no tokenizer.json that can be used", _json.Position);
}
