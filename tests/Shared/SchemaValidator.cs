using System.Globalization;
using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Tests;

/// <summary>The part of JSON Schema (drafts 4 and 2020-12) that our schemas and SARIF's use. A keyword it does not know fails the test.</summary>
internal sealed class SchemaValidator(JsonNode root)
{
    private static readonly string[] Annotations = ["$schema", "$defs", "id", "definitions", "title", "description", "default", "then", "else"];

    public bool IsValid(JsonNode value) => Failures(root, value, "#").Count == 0;

    public IReadOnlyList<string> Failures(JsonNode value) => Failures(root, value, "#");

    private List<string> Failures(JsonNode schema, JsonNode value, string at)
    {
        if (schema.Kind is JsonKind.True or JsonKind.False)
            return schema.Kind == JsonKind.True ? [] : [at + ": not allowed"];

        var failures = new List<string>();
        foreach (var keyword in schema.Members.Where(static keyword => !Annotations.Contains(keyword.Name)))
            failures.AddRange(Check(keyword.Name, keyword.Value, schema, value, at));

        return failures;
    }

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonNode schema, JsonNode value, string at) => keyword switch
    {
        "$ref" => Failures(Resolve(rule.StringValue!), value, at),
        "type" when rule.Kind == JsonKind.Array => Require(rule.Items.Any(type => IsOfType(type.StringValue!, value)), at, "is of none of the types"),
        "type" => Require(IsOfType(rule.StringValue!, value), at, "is not of type " + rule.StringValue),
        "const" => Require(Same(rule, value), at, "is not " + Text(rule)),
        "enum" => Require(rule.Items.Any(item => Same(item, value)), at, "is none of the words"),
        "oneOf" => Require(rule.Items.Count(item => Failures(item, value, at).Count == 0) == 1, at, "is not exactly one of the alternatives"),
        "anyOf" => Require(rule.Items.Any(item => Failures(item, value, at).Count == 0), at, "is none of the alternatives"),
        "allOf" => rule.Items.SelectMany(item => Failures(item, value, at)),
        "if" => (Failures(rule, value, at).Count == 0 ? schema.Find("then") : schema.Find("else")) is { } branch ? Failures(branch, value, at) : [],
        _ when value.Kind == JsonKind.String => OfText(keyword, rule, value.StringValue!, at),
        _ when value.Kind == JsonKind.Number => OfNumber(keyword, rule, value.NumberText!, at),
        _ when value.Kind == JsonKind.Array => OfArray(keyword, rule, value, at),
        _ when value.Kind == JsonKind.Object => OfObject(keyword, rule, schema, value, at),
        _ => [],
    };

    private static string[] OfText(string keyword, JsonNode rule, string text, string at) => keyword switch
    {
        "pattern" => Require(Regex.IsMatch(text, rule.StringValue!.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant), at, $"'{text}' does not match {rule.StringValue}"),
        "format" when rule.StringValue!.StartsWith("uri", StringComparison.Ordinal) => Require(Uri.IsWellFormedUriString(text, rule.StringValue == "uri" ? UriKind.Absolute : UriKind.RelativeOrAbsolute), at, $"'{text}' is no address"),
        "minLength" => Require(text.Length >= Number(rule), at, "is too short"),
        "maxLength" => Require(text.Length <= Number(rule), at, "is too long"),
        _ => Other(keyword),
    };

    private static string[] OfNumber(string keyword, JsonNode rule, string number, string at) => keyword switch
    {
        "minimum" => Require(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) >= Number(rule), at, "is too small"),
        "maximum" => Require(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) <= Number(rule), at, "is too large"),
        _ => Other(keyword),
    };

    private IEnumerable<string> OfArray(string keyword, JsonNode rule, JsonNode array, string at) => keyword switch
    {
        "items" => array.Items.SelectMany((item, i) => Failures(rule, item, FormattableString.Invariant($"{at}/{i}"))),
        "minItems" => Require(array.Items.Count >= Number(rule), at, "has too few entries"),
        "maxItems" => Require(array.Items.Count <= Number(rule), at, "has too many entries"),
        "uniqueItems" => Require(array.Items.Select(Text).Distinct(StringComparer.Ordinal).Count() == array.Items.Count, at, "has an entry twice"),
        _ => Other(keyword),
    };

    private IEnumerable<string> OfObject(string keyword, JsonNode rule, JsonNode schema, JsonNode value, string at) => keyword switch
    {
        "required" => rule.Items.SelectMany(name => Require(value.Find(name.StringValue!) is not null, at, $"has no '{name.StringValue}'")),
        "properties" => rule.Members.SelectMany(member => value.Find(member.Name) is { } found ? Failures(member.Value, found, $"{at}/{member.Name}") : []),
        "additionalProperties" => value.Members.Where(member => schema.Find("properties")?.Find(member.Name) is null).SelectMany(member => Failures(rule, member.Value, $"{at}/{member.Name}")),
        "propertyNames" => value.Members.SelectMany(member => Failures(rule, JsonReader.Parse(JsonWriter.Compact().String(member.Name).ToString(), JsonLimits.Default).Root!, $"{at}/{member.Name}")),
        "minProperties" => Require(value.Members.Count >= Number(rule), at, "has too few members"),
        "maxProperties" => Require(value.Members.Count <= Number(rule), at, "has too many members"),
        "dependentRequired" => rule.Members.Where(member => value.Find(member.Name) is not null)
            .SelectMany(member => member.Value.Items.SelectMany(name => Require(value.Find(name.StringValue!) is not null, at, $"has no '{name.StringValue}'"))),
        _ => Other(keyword),
    };

    private JsonNode Resolve(string reference)
        => reference["#/".Length..].Split('/').Aggregate(root, static (node, name) => node.Find(name) ?? throw new InvalidOperationException(name));

    // Keywords for other types say nothing about this one.
    private static string[] Other(string keyword)
        => keyword is "pattern" or "format" or "minLength" or "maxLength" or "minimum" or "maximum" or "items" or "minItems" or "maxItems" or "uniqueItems"
            or "required" or "properties" or "additionalProperties" or "propertyNames" or "minProperties" or "maxProperties" or "dependentRequired"
            ? [] : throw new NotSupportedException(keyword);

    private static bool IsOfType(string type, JsonNode value) => type switch
    {
        "object" => value.Kind == JsonKind.Object,
        "array" => value.Kind == JsonKind.Array,
        "string" => value.Kind == JsonKind.String,
        "boolean" => value.Kind is JsonKind.True or JsonKind.False,
        "integer" => value.NumberText is { } number && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed == decimal.Truncate(parsed),
        "number" => value.Kind == JsonKind.Number,
        "null" => value.Kind == JsonKind.Null,
        _ => throw new NotSupportedException(type),
    };

    private static bool Same(JsonNode left, JsonNode right) => left.Kind == right.Kind && Text(left) == Text(right);

    private static string Text(JsonNode node) => JsonWriter.Compact().Value(node).ToString();

    private static decimal Number(JsonNode rule) => decimal.Parse(rule.NumberText!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string[] Require(bool holds, string at, string failure) => holds ? [] : [$"{at}: {failure}"];
}
