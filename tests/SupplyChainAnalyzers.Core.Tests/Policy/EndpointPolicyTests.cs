using System.Text;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public sealed class EndpointPolicyTests
{
    [Theory]
    [InlineData("https://api.openai.com", "https://api.openai.com", true)]
    [InlineData("https://api.openai.com", "https://api.openai.com/", true)]
    [InlineData("https://api.openai.com/", "https://api.openai.com/v1", true)]
    [InlineData("https://api.openai.com", "HTTPS://API.OPENAI.COM/v1?x=1", true)]
    [InlineData("https://api.openai.com", "https://api.openai.com.evil.example", false)]
    [InlineData("https://api.openai.com", "https://user@api.openai.com/v1", true)]
    [InlineData("https://api.openai.com", "https://api.openai.com@evil.example/", false)]
    [InlineData("https://api.openai.com", "http://api.openai.com", false)]
    [InlineData("https://api.openai.com", "https://api.openai.com:8443", false)]
    [InlineData("https://*.openai.azure.com", "https://acme.openai.azure.com/openai", true)]
    [InlineData("https://*.openai.azure.com", "https://acme.azure.com/.openai.azure.com", false)]
    [InlineData("https://gate.example.com/llm", "https://gate.example.com/llm/v1", true)]
    [InlineData("https://gate.example.com/llm", "https://gate.example.com/other", false)]
    [InlineData("https://gate.example.com/llm", "https://gate.example.com/llm2", false)]
    [InlineData("https://gate.example.com/llm", "https://gate.example.com/llm/../other", false)]
    [InlineData("https://api.openai.com", "not an address", false)]
    [InlineData("https://api.openai.com", "file:///etc", false)]
    public void Endpoint_covers_its_server_and_what_is_below(string endpoint, string address, bool allows)
    {
        var policy = Encoding.UTF8.GetBytes($$"""{ "policyVersion": 1, "sources": { "endpoints": [ "{{endpoint}}" ] } }""");
        var endpoints = PolicyReader.Read("/models.policy.json", _ => policy).Value!.Sources.Endpoints!.Value;
        Assert.Equal(allows, EndpointPolicy.Allows(endpoints, address));
    }
}
