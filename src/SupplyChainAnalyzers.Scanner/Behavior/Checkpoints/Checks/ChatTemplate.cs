using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>
/// What is put around a conversation is the reference's, the same wherever the model's files say it, and asks neither for words of the user nor
/// for the date.
/// </summary>
internal sealed class ChatTemplate : ICheckpointCheck
{
    private const string GgufTemplate = "tokenizer.chat_template";

    public string Id => "chat-template";

    public string Paper => "Pillar Security: Poisoned GGUF Templates, 2025";

    public bool Concerns(CheckpointContext context) => !context.IsAdapter || Templates(context.Model, context.Beside).Count > 0;

    public CheckResult Run(CheckpointContext context)
    {
        var own = Templates(context.Model, context.Beside);
        var others = context.Reference is null ? [] : Templates(context.Reference, context.ReferenceBeside);
        if (own.Count == 0)
            throw new CheckSkippedException("it has no chat template");

        var known = others.Values.SelectMany(static text => TemplateSigns.Of(text).All).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, text) in own)
        {
            if (TemplateSigns.Of(text).All.FirstOrDefault(sign => !known.Contains(sign)) is { } sign)
                return Found(Rules.TemplateHasTrigger, 2, $"has a chat template ({place}) that {Printable.Of(sign, 200)}{(others.Count > 0 ? ", as the reference's does not" : "")}; read it before you use the model");
        }

        if (own.Select(static pair => Lines(pair.Value)).FirstOrDefault(lines => !lines.SequenceEqual(Lines(own.Values.First()))) is { } second && own.Keys.All(static place => !place.Contains('\'')))
            return Found(Rules.TemplateChanged, 1, $"has chat templates that differ from each other ({string.Join(", ", own.Keys)}), {FirstDifference(Lines(own.Values.First()), second)}; loaders take one or the other");
        if (others.Count > 0 && !others.Values.Any(other => own.Values.Any(text => Lines(text).SequenceEqual(Lines(other)))))
            return Found(Rules.TemplateChanged, 1, $"has another chat template than the reference, {FirstDifference(Lines(own.Values.First()), Lines(others.Values.First()))}; read what was changed");

        return new CheckResult(Id, CheckOutcome.NoFinding, others.Count > 0 ? "has the reference's chat template" : "has a chat template that asks for no words of the user; a reference would say whether it was changed") { Score = 0, Values = [new("templates", own.Count)] };
    }

    private CheckResult Found(Rule rule, double score, string words) => new(Id, CheckOutcome.Suspicious, words) { Score = score, Rule = rule };

    private static SortedDictionary<string, string> Templates(Checkpoint model, Companions beside)
    {
        var templates = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, text) in beside.Templates())
            templates[place] = text;
        if (model.Texts.TryGetValue(GgufTemplate, out var own))
            templates["GGUF"] = own;
        return templates;
    }

    // Editors and converters change line ends and space at the end of a text.
    private static string[] Lines(string template) => template.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd().Split('\n');

    private static string FirstDifference(string[] one, string[] other)
    {
        var at = one.Zip(other).TakeWhile(static pair => pair.First == pair.Second).Count();
        return FormattableString.Invariant($"first in line {at + 1}: '{Printable.Of(at < one.Length ? one[at] : "", 100)}', not '{Printable.Of(at < other.Length ? other[at] : "", 100)}'");
    }
}
