using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>
/// One object of a document, held against its <see cref="Shape"/>: unknown and missing members were reported when it
/// was opened, wrong types are when they are asked for. What was reported is read as if it were absent.
/// </summary>
internal readonly struct ShapedObject
{
    // Free text of a lock or policy is a line about a model, never a document of its own.
    private const int MaxTextLength = 4096;

    private readonly JsonNode _node;
    private readonly DocumentErrors _errors;

    private ShapedObject(JsonNode node, DocumentErrors errors)
    {
        _node = node;
        _errors = errors;
    }

    /// <summary>Where the object stands.</summary>
    public TextRegion Region => _node.Region;

    /// <summary>
    /// Opens <paramref name="node"/>; null when it is no object. <paramref name="place"/> is shown for what is
    /// missing: the name of the member that holds it.
    /// </summary>
    public static ShapedObject? Open(JsonNode node, Shape shape, TextRegion place, DocumentErrors errors)
    {
        if (node.Kind != JsonKind.Object)
        {
            errors.Add(errors.Rules.Value, $"An object is needed for {shape.What}, not {Kinds.Of(node)}", node.Region);
            return null;
        }

        foreach (var member in node.Members)
        {
            if (!shape.Has(member.Name))
                errors.Add(errors.Rules.UnknownMember, $"Unknown member '{Printable.Of(member.Name)}' in {shape.What}{NextStep(member.Name, shape, errors)}", member.NameRegion);
        }

        foreach (var name in shape.Required)
        {
            if (node.Find(name) is null)
                errors.Add(errors.Rules.Value, $"'{name}' is missing in {shape.What}; add it", place);
        }

        return new ShapedObject(node, errors);
    }

    /// <summary>The member of this name; null when there is none.</summary>
    public JsonMember? Member(string name)
    {
        foreach (var member in _node.Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member;
        }

        return null;
    }

    /// <summary>The text of a member; null when it is absent, or no text, or too long: the latter are reported.</summary>
    public string? Text(string name) => Text(name, out _);

    /// <summary>As <see cref="Text(string)"/>, with the place of the value.</summary>
    public string? Text(string name, out TextRegion region)
    {
        region = default;
        if (Member(name) is not { } member)
            return null;

        region = member.Value.Region;
        return TextOf(member, _errors);
    }

    /// <summary>The text of a member that may not be empty.</summary>
    public static string? TextOf(JsonMember member, DocumentErrors errors)
    {
        var text = member.Value.StringValue;
        if (text is null)
            errors.Add(errors.Rules.Value, $"'{Printable.Of(member.Name)}' must be a text, not {Kinds.Of(member.Value)}", member.Value.Region);
        else if (text.Length == 0)
            errors.Add(errors.Rules.Value, $"'{Printable.Of(member.Name)}' is empty; leave it out or give it a value", member.Value.Region);
        else if (Characters.HaveControl(text))
            errors.Add(errors.Rules.Value, $"'{Printable.Of(member.Name)}' holds a control character; write one line of text", member.Value.Region);
        else if (text.Length > MaxTextLength)
            errors.Add(errors.Rules.Limit, FormattableString.Invariant($"'{Printable.Of(member.Name)}' has {text.Length} characters; the limit is {MaxTextLength}"), member.Value.Region);
        else
            return text;

        return null;
    }

    /// <summary>The members of a member that is a map keyed by name; empty when it is absent or no object.</summary>
    public IReadOnlyList<JsonMember> Map(string name)
    {
        if (Member(name) is not { } member)
            return [];

        if (member.Value.Kind != JsonKind.Object)
            _errors.Add(_errors.Rules.Value, $"'{name}' must be an object, not {Kinds.Of(member.Value)}", member.Value.Region);

        return member.Value.Members;
    }

    /// <summary>The values of a member that is an array; empty when it is absent or no array.</summary>
    public IReadOnlyList<JsonNode> Items(string name)
    {
        if (Member(name) is not { } member)
            return [];

        if (member.Value.Kind != JsonKind.Array)
            _errors.Add(_errors.Rules.Value, $"'{name}' must be an array, not {Kinds.Of(member.Value)}", member.Value.Region);

        return member.Value.Items;
    }

    /// <summary>Opens a member that is an object; null when it is absent or something else.</summary>
    public ShapedObject? Object(string name, Shape shape)
        => Member(name) is { } member ? Open(member.Value, shape, member.NameRegion, _errors) : null;

    // Looking for a similar name costs more than all the rest, and behind the last error that is shown nobody reads it.
    private static string NextStep(string name, Shape shape, DocumentErrors errors)
    {
        var similar = errors.Full ? "" : Similar.Suggest(name, shape.Names);
        return similar.Length > 0 ? similar : "; remove it";
    }
}
