using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Tests.Json;

public sealed class JsonRoundTripTests
{
    private const int Depth = 4;

    [Fact]
    public void What_is_written_in_either_form_reads_back_the_same()
        => Prop.ForAll(Tree(Depth).ToArbitrary(), static write =>
        {
            var indented = Written(write, JsonWriter.Indented());
            var compact = Written(write, JsonWriter.Compact());
            var fromIndented = JsonReader.Parse(indented, JsonLimits.Default).Root!;
            var fromCompact = JsonReader.Parse(compact, JsonLimits.Default).Root!;
            Assert.DoesNotContain('\n', compact);
            Assert.Equal(compact, JsonWriter.Compact().Value(fromIndented).ToString());
            Assert.Equal(compact, JsonWriter.Compact().Value(fromCompact).ToString());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_survives_writing_and_reading()
        => Prop.ForAll(ArbMap.Default.ArbFor<string>(), static text =>
        {
            var root = JsonReader.Parse(JsonWriter.Compact().String(text ?? "").ToString(), JsonLimits.Default).Root;
            Assert.Equal(text ?? "", root?.StringValue);
        }).QuickCheckThrowOnFailure();

    private static string Written(Action<JsonWriter> write, JsonWriter writer)
    {
        write(writer);
        return writer.ToString();
    }

    // A tree is what writes it, so that the generator needs no model of JSON of its own.
    private static Gen<Action<JsonWriter>> Tree(int depth)
    {
        var leaf = Gen.OneOf(
            Text().Select(static text => (Action<JsonWriter>)(writer => writer.String(text))),
            ArbMap.Default.GeneratorFor<long>().Select(static number => (Action<JsonWriter>)(writer => writer.Number(number))),
            Gen.Elements<Action<JsonWriter>>(static writer => writer.Null(), static writer => writer.Boolean(true), static writer => writer.Boolean(false)));
        if (depth == 0)
            return leaf;

        var array =
            from items in Tree(depth - 1).ListOf()
            from inline in ArbMap.Default.GeneratorFor<bool>()
            select (Action<JsonWriter>)(writer =>
            {
                writer.BeginArray(inline);
                foreach (var item in items)
                    item(writer);

                writer.EndArray();
            });
        var value =
            from names in Text().ListOf()
            from item in Tree(depth - 1)
            from inline in ArbMap.Default.GeneratorFor<bool>()
            select (Action<JsonWriter>)(writer =>
            {
                writer.BeginObject(inline);
                foreach (var name in names.Distinct(StringComparer.Ordinal))
                    item(writer.Name(name));

                writer.EndObject();
            });
        return Gen.OneOf(leaf, array.Resize(5), value.Resize(5));
    }

    private static Gen<string> Text()
        => Gen.Elements("", "a", "\"", "\\", "\n", "\u2028", "\u009f", "é", "\U0001F600", "#", "/").ListOf().Select(string.Concat);
}
