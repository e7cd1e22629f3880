using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class LockPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void What_is_written_is_read_and_written_again_the_same()
        => Prop.ForAll(LockGenerator.Lock().ToArbitrary(), static value =>
        {
            var text = ModelsLockWriter.Write(value);
            var result = ModelsLockReader.Read(text, LockText.Path);
            Assert.Empty(result.Errors);
            Assert.Equal(text, ModelsLockWriter.Write(result.Value!));
        }).Check(Config);

    [Fact]
    public void The_order_of_members_makes_no_difference()
        => Prop.ForAll(LockGenerator.Lock().ToArbitrary(), ArbMap.Default.ArbFor<int>(), static (value, seed) =>
        {
            var text = ModelsLockWriter.Write(value);
            var shuffled = JsonWriter.Compact();
            Shuffle(JsonReader.Parse(text, JsonLimits.Default).Root!, shuffled, new System.Random(seed));
            var result = ModelsLockReader.Read(shuffled.ToString(), LockText.Path);
            Assert.Empty(result.Errors);
            Assert.Equal(text, ModelsLockWriter.Write(result.Value!));
        }).Check(Config);

    [Fact]
    public void Maps_are_read_in_ordinal_order()
        => Prop.ForAll(LockGenerator.Lock().ToArbitrary(), static value =>
        {
            var read = ModelsLockReader.Read(ModelsLockWriter.Write(value), LockText.Path).Value!;
            Assert.Equal(value.Models.Keys.Order(StringComparer.Ordinal), read.Models.Keys);
            foreach (var (name, model) in value.Models)
            {
                Assert.True(read.Models.TryGetValue(name, out var again));
                Assert.Equal(model.Files.Keys.Order(StringComparer.Ordinal), again.Files.Keys);
                Assert.All(model.Files, file => Assert.Equal(file.Value.Sha256, again.Files[file.Key].Sha256));
                Assert.False(again.Files.ContainsKey("no such file"));
            }
        }).Check(Config);

#pragma warning disable CA5394 // not a secret: FsCheck must be able to repeat it
    private static void Shuffle(JsonNode node, JsonWriter writer, System.Random random)
    {
        if (node.Kind != JsonKind.Object)
        {
            writer.Value(node);
            return;
        }

        writer.BeginObject();
        foreach (var member in node.Members.OrderBy(_ => random.Next()))
            Shuffle(member.Value, writer.Name(member.Name), random);

        writer.EndObject();
    }
#pragma warning restore CA5394
}
