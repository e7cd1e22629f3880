using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Json;

public sealed class JsonWriterTests
{
    private static JsonWriter Sample(JsonWriter writer) => writer.BeginObject()
        .Member("text", "a").Member("left out", (string?)null).Member("count", 3L).Member("yes", true)
        .Name("empty").BeginObject().EndObject()
        .Name("none").BeginArray().EndArray()
        .Name("line").BeginObject(inline: true).Name("a").BeginArray().Number(1).Number(2).EndArray().Name("b").BeginObject().Member("c", "d").EndObject().EndObject()
        .Name("lines").BeginArray().Null().BeginObject(inline: true).Member("x", 1L).EndObject().BeginObject().Member("y", 2L).EndObject().EndArray()
        .EndObject();

    [Fact]
    public void Indented_is_two_spaces_LF_and_a_final_newline()
        => Assert.Equal("""
            {
              "text": "a",
              "count": 3,
              "yes": true,
              "empty": {},
              "none": [],
              "line": { "a": [1, 2], "b": { "c": "d" } },
              "lines": [
                null,
                { "x": 1 },
                {
                  "y": 2
                }
              ]
            }

            """.ReplaceLineEndings("\n"), Sample(JsonWriter.Indented()).ToString());

    [Fact]
    public void Compact_is_one_line_without_white_space()
        => Assert.Equal(
            """{"text":"a","count":3,"yes":true,"empty":{},"none":[],"line":{"a":[1,2],"b":{"c":"d"}},"lines":[null,{"x":1},{"y":2}]}""",
            Sample(JsonWriter.Compact()).ToString());

    [Fact]
    public void Only_what_must_be_or_could_harm_is_escaped()
        => Assert.Equal(
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001b\\u007f\\u009b\\u2028\\u2029 é\U0001F600<>&'\"",
            JsonWriter.Compact().String("\"\\/\b\f\n\r\t\0\u001b\u007f\u009b\u2028\u2029 é\U0001F600<>&'").ToString());

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
        => Assert.Equal("\"a\uFFFDb\uFFFD\"", JsonWriter.Compact().String("a\ud800b\udc00").ToString());

    [Fact]
    public void What_cannot_be_seen_is_escaped()
        => Assert.Equal(
            "\"a\\u202eb\\u200b\\ufeff\\u00a0\\udb40\\udc41 ##vso[ %20 $(x)\"",
            JsonWriter.Compact().String("a\u202Eb\u200B\uFEFF\u00A0\U000E0041 ##vso[ %20 $(x)").ToString());

    [Theory]
    [MemberData(nameof(HostileNames.Each), MemberType = typeof(HostileNames))]
    public void What_is_shown_is_inert_and_says_the_same(string name)
    {
        var json = JsonWriter.Shown().BeginObject(inline: true).Member(name, name).EndObject().ToString().TrimEnd('\n');
        HostileNames.AssertInert(json);
        var member = Assert.Single(JsonReader.Parse(json, JsonLimits.Default).Root!.Members);
        Assert.Equal(Wellformed(name), member.Name);
        Assert.Equal(Wellformed(name), member.Value.StringValue);
    }

    private static string Wellformed(string name) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name));
}
