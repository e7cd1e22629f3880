using SupplyChainAnalyzers.Core.Hosted;

namespace SupplyChainAnalyzers.Core.Tests.Hosted;

public sealed class HostedAliasesTests
{
    [Fact]
    public void No_dated_name_is_an_alias_itself() =>
        Assert.All(HostedAliases.All.Where(static alias => alias.Dated is not null), static alias => Assert.Null(HostedAliases.Find(alias.Dated!, alias.Provider)));

    [Fact]
    public void A_dated_name_starts_as_its_family_does() => Assert.All(HostedAliases.All.Where(static alias => alias.Dated is not null), static alias =>
        Assert.Equal(alias.Name.Split('-')[0], alias.Dated!.Split('-')[0]));

    [Theory]
    [InlineData("gpt-4o", "openai", "gpt-4o-2024-08-06")]
    [InlineData("gpt-4o", null, "gpt-4o-2024-08-06")]
    [InlineData("gpt-4o", "mistral", null)]
    [InlineData("GPT-4o", "openai", null)]
    [InlineData("text-embedding-3-small", "openai", null)]
    public void Dated_name_is_the_provider_s(string model, string? provider, string? dated) => Assert.Equal(dated, HostedAliases.Find(model, provider)?.Dated);

    [Theory]
    [InlineData("mistral-large-latest", "mistral", true)]
    [InlineData("mistral-large-latest", null, false)]
    [InlineData("-latest", "mistral", false)]
    [InlineData("mistral-latest-7b", "mistral", false)]
    public void What_calls_itself_the_latest_floats(string model, string? provider, bool floats) => Assert.Equal(floats, HostedAliases.Find(model, provider) is not null);
}
