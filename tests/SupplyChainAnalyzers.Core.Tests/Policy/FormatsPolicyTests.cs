namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class FormatsPolicyTests
{
    [Theory]
    [InlineData("", "pickle", null)]
    [InlineData("\"allow\": [\"onnx\"]", "onnx", null)]
    [InlineData("\"allow\": [\"onnx\"]", "pickle", "formats.allow of /org/repo/models.policy.json(3) does not list it")]
    [InlineData("\"allow\": []", "onnx", "formats.allow of /org/repo/models.policy.json(3) does not list it")]
    [InlineData("\"deny\": [\"pickle\"]", "pickle", "formats.deny of /org/repo/models.policy.json(3) forbids it")]
    [InlineData("\"deny\": [\"keras*\"]", "keras-h5", "formats.deny of /org/repo/models.policy.json(3) forbids it")]
    [InlineData("\"deny\": [\"pickle\"]", "onnx", null)]
    [InlineData("\"allow\": [\"pickle\"], \"deny\": [\"pickle\"]", "pickle", "formats.deny of /org/repo/models.policy.json(3) forbids it")]
    public void A_format_is_allowed_when_it_is_listed_and_not_denied(string members, string format, string? whyNot)
    {
        var formats = PolicyFiles.Value(PolicyFiles.ReadMembers($"\"formats\": {{ {members} }}")).Formats;
        Assert.Equal(whyNot, formats.WhyNot(format));
        Assert.Equal(whyNot is null, formats.Allows(format));
    }
}
