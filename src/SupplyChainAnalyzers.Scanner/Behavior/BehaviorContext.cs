using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Golden;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>
/// What checks share: the model, what the user gave with it, where pictures and progress go. What is expensive is made when the first check
/// asks for it, and kept for the others.
/// </summary>
internal sealed class BehaviorContext : IDisposable
{
    private readonly Lazy<OnnxSession> _session;
    private readonly Lazy<Classifier> _classifier;
    private readonly Lazy<OnnxGradient> _gradient;
    private readonly Lazy<IReadOnlyList<int>> _searched;
    private readonly Lazy<ModelProto> _graph;
    private readonly Dictionary<string, double> _parameters;
    private readonly Lazy<ModelKind> _kind;
    private readonly Lazy<TokenizerFacts?> _tokens;
    private readonly Lazy<LanguageModel> _language;
    private readonly List<BehaviorPicture> _pictures = [];
    private readonly List<FoundTrigger> _triggers = [];
    private readonly string _seed;

    /// <param name="model">A vetted ModelProto.</param>
    /// <param name="seed">All that results may depend on, as text: the digests of what was read.</param>
    /// <param name="parameters">Those that differ from the checks' own, as <c>check.parameter</c>.</param>
    public BehaviorContext(byte[] model, string seed, IEnumerable<Measurement> parameters)
    {
        Model = model;
        _seed = seed;
        _parameters = parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.Value, StringComparer.Ordinal);
        _session = new(() => OnnxEngine.Load(Model, new OnnxSettings { Folder = Folder }));
        _classifier = new(() => new Classifier(Session, Probe));
        _gradient = new(Compile);
        _searched = new(() => ClassScreen.Of(this));
        _graph = new(() => ModelProto.Parse(Model));
        _kind = new(() => KindOf(Graph.Graph));
        _language = new(() => LanguageOf(Session, Beside, Graph));
        _tokens = new(() => Beside.ReadTokenizer()?.Facts());
    }

    /// <summary>The model's bytes: a ModelProto that <see cref="ModelGate"/> let through.</summary>
    public byte[] Model { get; }

    /// <summary>The model's folder, if tensors lie in files beside it; null otherwise.</summary>
    public string? Folder { get; init; }

    /// <summary>The model's graph, to be looked at; who changes it takes a copy.</summary>
    public ModelProto Graph => _graph.Value;

    /// <summary>The model, ready to run.</summary>
    public OnnxSession Session => _session.Value;

    /// <summary>The model as a classifier of one input.</summary>
    /// <exception cref="CheckSkippedException">It is none.</exception>
    public Classifier Classifier => _classifier.Value;

    /// <summary>Gradients of the model's logits with respect to its input.</summary>
    /// <exception cref="CheckSkippedException">It has none.</exception>
    public OnnxGradient Gradient => _gradient.Value;

    /// <summary>The classes that searches for triggers look at, in order: all, or of many those that <see cref="ClassScreen"/> keeps.</summary>
    /// <exception cref="CheckSkippedException">Model or probe are not fit for a search.</exception>
    /// <exception cref="OnnxException">The model fails.</exception>
    public IReadOnlyList<int> SearchedClasses => _searched.Value;

    /// <summary>What it takes and gives.</summary>
    public ModelKind Kind => _kind.Value;

    /// <summary>Texts that lie beside it.</summary>
    public Companions Beside { get; set; } = Companions.None;

    /// <summary>The model as one that goes on where a text ends.</summary>
    /// <exception cref="CheckSkippedException">It is none, or its tokenizer is not known.</exception>
    public LanguageModel Language => _language.Value;

    /// <summary>The reference as such a model.</summary>
    /// <exception cref="CheckSkippedException">It is none.</exception>
    public LanguageModel ReferenceLanguage => LanguageOf(Reference!.Session, ReferenceBeside, Reference.Graph);

    /// <summary>Texts that lie beside the reference.</summary>
    public Companions ReferenceBeside { get; set; } = Companions.None;

    /// <summary>Prompts of the user's; null when there are none.</summary>
    public IReadOnlyList<string>? Prompts { get; init; }

    /// <summary>Phrases that the user takes for possible triggers; null when there are none.</summary>
    public IReadOnlyList<string>? Phrases { get; init; }

    /// <summary>Recorded replies; null when there are none.</summary>
    public RecordedReplies? Replies { get; init; }

    /// <summary>Inputs the user gave; null when there are none.</summary>
    public Probe? Probe { get; init; }

    /// <summary>Of the file with the inputs; null when there is none.</summary>
    public string? ProbeSha256 { get; init; }

    /// <summary>An earlier version that is trusted; null when there is none.</summary>
    public OtherModel? Reference { get; init; }

    /// <summary>What the model was converted from; null when it is not known.</summary>
    public OtherModel? Original { get; init; }

    /// <summary>Inputs that may carry a trigger; null when there are none.</summary>
    public Probe? Suspects { get; init; }

    /// <summary>Data the model was trained on; null when there are none.</summary>
    public TrainingData? Training { get; init; }

    /// <summary>Recorded outputs; null when there are none.</summary>
    public GoldenFile? Golden { get; init; }

    /// <summary>Whether pictures are wanted: some cost time.</summary>
    public bool WantsPictures { get; init; }

    /// <summary>Counts the looks of one check; each has random numbers of its own.</summary>
    public int Attempt { get; set; }

    /// <summary>Told the share of the current check that is done, 0 to 1.</summary>
    public Action<double> Progress { get; set; } = static _ => { };

    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<BehaviorPicture> Pictures => _pictures;

    /// <summary>What the checks before this one found.</summary>
    public IReadOnlyList<FoundTrigger> FoundTriggers => _triggers;

    /// <summary>A parameter of a check: the user's, or the check's own.</summary>
    public double Parameter(IBehaviorCheck check, string name, double own) => Parameter(check.Id, name, own);

    /// <summary>As <see cref="Parameter(IBehaviorCheck, string, double)"/>, by the check's id.</summary>
    public double Parameter(string check, string name, double own) => _parameters.GetValueOrDefault($"{check}.{name}", own);

    /// <summary>The random numbers of a check: the same for the same model, probe and parameters, and no others.</summary>
    /// <param name="check">Whose.</param>
    /// <param name="part">Tells apart several sequences of one check.</param>
    public SeededRandom Random(IBehaviorCheck check, string part = "") => RandomOf(check.Id, part);

    /// <summary>As <see cref="Random(IBehaviorCheck, string)"/>, by the check's id.</summary>
    public SeededRandom RandomOf(string check, string part) =>
        new([_seed, check, part, .. Attempt == 0 ? [] : new[] { FormattableString.Invariant($"attempt {Attempt}") }, .. _parameters.Where(pair => pair.Key.StartsWith(check + ".", StringComparison.Ordinal)).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => FormattableString.Invariant($"{pair.Key}={pair.Value:R}"))]);

    /// <summary>Shows people something; when pictures are wanted and there are not too many.</summary>
    public void Show(BehaviorPicture picture)
    {
        if (WantsPictures && _pictures.Count < Core.Scanning.Protocol.Wire.MaxPictures)
            _pictures.Add(picture);
    }

    /// <summary>A token as its tokenizer writes it; null where that is not known. Hostile.</summary>
    public string? TokenText(long token) => _tokens.Value?.Text(token) ?? Beside.Line(Companions.Vocabulary, token);

    /// <summary>Takes back the pictures from one on.</summary>
    public IReadOnlyList<BehaviorPicture> TakeBack(int first)
    {
        BehaviorPicture[] taken = [.. _pictures.Skip(first)];
        _pictures.RemoveRange(first, taken.Length);
        return taken;
    }

    /// <summary>Keeps a trigger for checks that try it out.</summary>
    public void Keep(FoundTrigger trigger) => _triggers.Add(trigger);

    public void Dispose()
    {
        Reference?.Dispose();
        Original?.Dispose();
        if (_session.IsValueCreated)
            _session.Value.Dispose();
        if (_gradient.IsValueCreated)
            _gradient.Value.Dispose();
    }

    private static LanguageModel LanguageOf(OnnxSession session, Companions beside, ModelProto model)
    {
        var tokenizer = beside.ReadTokenizer() ?? throw new CheckSkippedException($"{Companions.Tokenizer} does not lie beside it");
        return new LanguageModel(session, TokenPorts.Of(model.Graph) ?? throw new CheckSkippedException("the model takes no tokens"), new BytePairTokenizer(tokenizer));
    }

    // A language model says a number for each token of the vocabulary at each place.
    private static ModelKind KindOf(GraphProto graph) => TokenPorts.Of(graph) is null ? ModelKind.Numbers
        : graph.Outputs.Any(static output => output.Shape is { Length: 3 } && output.Name.Contains("logits", StringComparison.OrdinalIgnoreCase)) || graph.Outputs is [{ Shape: { Length: 3 } }, ..] ? ModelKind.Language
        : ModelKind.Texts;

    private OnnxGradient Compile()
    {
        try
        {
            return OnnxGradient.Compile(Graph, new GradientOptions { Example = Probe?.SampleShape, Folder = Folder });
        }
        catch (GradientUnavailableException e)
        {
            throw new CheckSkippedException(e.Message);
        }
    }
}
