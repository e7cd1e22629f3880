using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Json;

public sealed class JsonReaderTests
{
    private static JsonParseResult Parse(string text) => JsonReader.Parse(text, JsonLimits.Default);

    [Theory]
    [InlineData("", 1, 1, 1, 1, "A value is expected, but the text ends")]
    [InlineData("{", 1, 2, 1, 2, "A name in double quotes or '}' is expected, but the text ends")]
    [InlineData("{\"a\":1,}", 1, 8, 1, 9, "A name in double quotes is expected, but '}' is found (the comma before it is one too many)")]
    [InlineData("{\"a\":}", 1, 6, 1, 7, "A value is expected, but '}' is found")]
    [InlineData("[1,\n ]", 2, 2, 2, 3, "A value is expected, but ']' is found (the comma before it is one too many)")]
    [InlineData("[1 2]", 1, 4, 1, 5, "',' or ']' is expected, but '2' is found")]
    [InlineData("{\"a\" 1}", 1, 6, 1, 7, "':' is expected, but '1' is found")]
    [InlineData("// x\n{}", 1, 1, 1, 2, "A value is expected, but '/' is found (JSON has no comments)")]
    [InlineData("{'a':1}", 1, 2, 1, 3, "A name in double quotes or '}' is expected, but a single quote is found (texts stand in double quotes)")]
    [InlineData("{}\r\n{}", 2, 1, 2, 2, "Nothing may follow the value, but '{' is found")]
    [InlineData("tru", 1, 1, 1, 2, "A value is expected, but 't' is found")]
    [InlineData("\u00a0", 1, 1, 1, 2, "A value is expected, but U+00A0 is found")]
    [InlineData("\"abc", 1, 1, 1, 5, "A text is not closed: '\"' is missing")]
    [InlineData("\"ab\nc\"", 1, 1, 1, 4, "A text is not closed on its line: '\"' is missing")]
    [InlineData("\"a\tb\"", 1, 3, 1, 4, "A control character must be written \\u0009")]
    [InlineData("\"a\\x\"", 1, 3, 1, 5, "An unknown escape; a backslash is written \\\\")]
    [InlineData("\"\\u12g4\"", 1, 2, 1, 8, "\\u needs four hex digits")]
    [InlineData("\"\\u12", 1, 2, 1, 6, "\\u needs four hex digits")]
    public void What_RFC_8259_does_not_have_is_a_syntax_error_at_its_place(string text, int line, int column, int endLine, int endColumn, string message)
    {
        var result = Parse(text);

        Assert.Null(result.Root);
        var error = Assert.Single(result.Errors);
        Assert.Equal(JsonErrorKind.Syntax, error.Kind);
        Assert.Equal(message, error.Message);
        Assert.Equal(new TextRegion(line, column, endLine, endColumn), error.Region);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x10")]
    [InlineData("1a")]
    [InlineData("-01")]
    [InlineData("1.2.3")]
    [InlineData("1_000")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    public void Not_a_number(string text) => Assert.Equal(JsonErrorKind.Syntax, Parse(text).Error?.Kind);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("10.25")]
    [InlineData("1E-7")]
    [InlineData("123456789012345678901234567890")]
    public void A_number_is_kept_as_written(string text) => Assert.Equal(text, Parse(text).Root?.NumberText);

    [Theory]
    [InlineData("\"\\ud800\"", 2, 8)]
    [InlineData("\"\\udc00\"", 2, 8)]
    [InlineData("\"\\ud800\\u0041\"", 2, 8)]
    public void Half_a_surrogate_pair_is_an_encoding_error(string text, int column, int endColumn)
    {
        var error = Parse(text).Error;
        Assert.Equal(JsonErrorKind.Encoding, error?.Kind);
        Assert.Equal(new TextRegion(1, column, 1, endColumn), error?.Region);
    }

    [Fact]
    public void Half_a_surrogate_pair_that_is_not_escaped_is_one_too() // no attribute can hold such a text
    {
        Assert.Equal(new TextRegion(1, 3, 1, 4), Parse("\"x\ud800\"").Error?.Region);
        Assert.Equal(new TextRegion(1, 2, 1, 3), Parse("\"\udc00\ud800\"").Error?.Region);
    }

    [Fact]
    public void Escapes_are_resolved()
        => Assert.Equal("a\"\\/\b\f\n\r\té\U0001F600\0\U0001F600", Parse("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\ude00\\u0000\U0001F600\"").Root?.StringValue);

    [Fact]
    public void Regions_count_lines_of_every_kind_and_UTF16_columns()
    {
        var root = Parse("{\r\n  \"é\U0001F600\": [\r    true,\n\tnull ]\n}").Root!;

        Assert.Equal(new TextRegion(1, 1, 5, 2), root.Region);
        Assert.Equal(new TextRegion(2, 3, 2, 8), root.Members[0].NameRegion);
        var array = root.Members[0].Value;
        Assert.Equal(new TextRegion(2, 10, 4, 8), array.Region);
        Assert.Equal(new TextRegion(3, 5, 3, 9), array.Items[0].Region);
        Assert.Equal(new TextRegion(4, 2, 4, 6), array.Items[1].Region);
    }

    [Fact]
    public void Every_repeated_member_is_reported_where_it_stands_again_also_when_escaped()
    {
        var result = Parse("{ \"b\": 1,\n  \"a\": { \"x\": 1, \"\\u0078\": 2 },\n  \"b\": 2, \"b\": 3 }");

        Assert.Null(result.Root);
        Assert.All(result.Errors, static error => Assert.Equal(JsonErrorKind.Duplicate, error.Kind));
        Assert.Equal(
            [new TextRegion(2, 18, 2, 26), new TextRegion(3, 3, 3, 6), new TextRegion(3, 11, 3, 14)],
            result.Errors.Select(static error => error.Region));
        Assert.Equal("'b' stands twice in one object; the first is at line 1", result.Errors[1].Message);
    }

    [Fact]
    public void Names_that_differ_only_in_case_or_normalisation_are_two()
        => Assert.Equal(4, Parse("{\"a\":1,\"A\":2,\"\u00e9\":3,\"e\u0301\":4}").Root?.Members.Count);

    [Fact]
    public void Depth_is_accepted_up_to_the_limit_and_refused_beyond_at_the_bracket()
    {
        Assert.NotNull(Parse(new string('[', 32) + new string(']', 32)).Root);

        var error = Parse(new string('[', 33) + new string(']', 33)).Error;
        Assert.Equal(JsonErrorKind.Depth, error?.Kind);
        Assert.Equal(new TextRegion(1, 33, 1, 34), error?.Region);
    }

    [Fact]
    public void Ten_million_open_brackets_are_a_depth_error()
        => Assert.Equal(JsonErrorKind.Depth, Parse(new string('[', 10_000_000)).Error?.Kind);

    [Fact]
    public void Count_of_values_is_limited()
    {
        var limits = new JsonLimits { MaxNodes = 4 };
        Assert.NotNull(JsonReader.Parse("[1,2,3]", limits).Root);
        Assert.Equal(JsonErrorKind.Count, JsonReader.Parse("[1,2,3,4]", limits).Error?.Kind);
    }

    [Fact]
    public void Length_is_limited_before_anything_is_decoded()
    {
        var limits = new JsonLimits { MaxLength = 4 };
        Assert.NotNull(JsonReader.Parse("1234"u8.ToArray(), limits).Root);
        Assert.Equal(JsonErrorKind.Size, JsonReader.Parse([0xFF, 0xFF, 0xFF, 0xFF, 0xFF], limits).Error?.Kind);
        Assert.Equal(JsonErrorKind.Size, JsonReader.Parse("12345", limits).Error?.Kind);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("=======")]
    [InlineData("||||||| base")]
    [InlineData(">>>>>>> branch")]
    public void Conflict_markers_are_told_from_other_faults(string marker)
    {
        var error = Parse("{\n  \"a\": 1,\n" + marker + "\n  \"b\": 2\n}").Error;
        Assert.Equal(JsonErrorKind.ConflictMarkers, error?.Kind);
        Assert.Equal(new TextRegion(3, 1, 3, 8), error?.Region);
    }

    [Fact]
    public void Conflict_markers_explain_a_fault_before_them_and_duplicates()
    {
        var error = Assert.Single(Parse("{ \"a\": 1, \"a\": 2\n  \"b\": 1\n<<<<<<< HEAD\n}").Errors);
        Assert.Equal(JsonErrorKind.ConflictMarkers, error.Kind);
        Assert.Equal(3, error.Region.Line);
    }

    [Fact]
    public void Marks_inside_a_text_or_behind_a_line_start_are_no_conflict()
    {
        Assert.NotNull(Parse("[\n\"<<<<<<< HEAD\"]").Root);
        Assert.Equal(JsonErrorKind.Syntax, Parse("[\n <<<<<<< HEAD\n]").Error?.Kind);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'1' }, 1, "The file starts with a byte order mark; save it as UTF-8 without one")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'1', 0 }, 1, "The file is UTF-16; save it as UTF-8")]
    [InlineData(new byte[] { (byte)'"', 0xC3, 0xA9, 0xC0, 0x80, (byte)'"' }, 3, "The file is not UTF-8 (byte 0xc0 at offset 3)")]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' }, 2, "The file is not UTF-8 (byte 0xed at offset 1)")]
    [InlineData(new byte[] { (byte)'"', 0xF4, 0x90, 0x80, 0x80, (byte)'"' }, 2, "The file is not UTF-8 (byte 0xf4 at offset 1)")]
    [InlineData(new byte[] { (byte)'"', 0xE2, 0x82 }, 2, "The file is not UTF-8 (byte 0xe2 at offset 1)")]
    public void Bytes_that_are_not_UTF8_are_refused_at_their_offset(byte[] bytes, int column, string message)
    {
        var error = JsonReader.Parse(bytes, JsonLimits.Default).Error;
        Assert.Equal(JsonErrorKind.Encoding, error?.Kind);
        Assert.Equal(message, error?.Message);
        Assert.Equal(new TextRegion(1, column, 1, column), error?.Region);
    }

    [Fact]
    public void Invalid_bytes_agree_with_the_strict_decoder_for_every_pair_and_lead()
    {
        var strict = new UTF8Encoding(false, true);
        foreach (var bytes in Sequences())
        {
            var accepted = true;
            try
            {
                strict.GetCharCount(bytes);
            }
            catch (DecoderFallbackException)
            {
                accepted = false;
            }

            Assert.Equal(accepted, Utf8.FirstInvalid(bytes) == bytes.Length);
        }
    }

    private static IEnumerable<byte[]> Sequences()
    {
        for (var a = 0; a < 256; a++)
        {
            yield return [(byte)a];
            for (var b = 0; b < 256; b++)
            {
                yield return [(byte)a, (byte)b];
                yield return [(byte)a, (byte)b, 0x80];
                yield return [(byte)a, (byte)b, 0xBF, 0x80];
            }
        }
    }
}
