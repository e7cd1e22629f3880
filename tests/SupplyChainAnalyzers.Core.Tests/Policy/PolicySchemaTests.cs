using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Members;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>The published schema and the reader agree.</summary>
public class PolicySchemaTests
{
    private static readonly JsonNode Schema = JsonReader.Parse(Schemas.Policy.Text, JsonLimits.Default).Root!;

    [Fact]
    public void Schema_has_the_members_of_the_reader() => Assert.Equal(
        PolicyMembers.Root.Select(static member => member.Name).Concat(["$schema", "policyVersion", "extends"]).Order(StringComparer.Ordinal),
        Schema.Find("properties")!.Members.Select(static member => member.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_reader_accepts_is_valid()
    {
        int accepted = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            string text = PolicyFiles.Text(new RandomPolicy(seed).Members());
            if (new PolicyFiles { [PolicyFiles.Child] = text }.Read().Value is null) continue;
            accepted++;
            Assert.Empty(new SchemaValidator(Schema).Failures(JsonReader.Parse(text, JsonLimits.Default).Root!));
        }

        Assert.True(accepted > 100, $"{accepted} accepted");
    }
}
