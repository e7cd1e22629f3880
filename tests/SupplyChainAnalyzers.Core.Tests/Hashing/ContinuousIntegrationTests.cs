using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class ContinuousIntegrationTests
{
    [Theory]
    [InlineData("CI", "true")]
    [InlineData("CI", "1")]
    [InlineData("CI", "woodpecker")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("JENKINS_URL", "https://ci.example/")]
    [InlineData("TEAMCITY_VERSION", "2024.03")]
    [InlineData("CODEBUILD_BUILD_ID", "p:1")]
    public void Server_is_known_by_its_variable(string name, string value) =>
        Assert.True(ContinuousIntegration.IsDetected(asked => asked == name ? value : null, null));

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Variable_that_says_no_is_none(string? value)
    {
        Assert.False(ContinuousIntegration.IsDetected(_ => value, null));
        Assert.False(ContinuousIntegration.IsDetected(static _ => null, value));
    }

    [Fact]
    public void Build_can_say_so_itself() => Assert.True(ContinuousIntegration.IsDetected(static _ => null, "true"));

    [Fact]
    public void Unrelated_variables_are_not_asked() =>
        Assert.False(ContinuousIntegration.IsDetected(static name => name is "HOME" or "PATH" or "BUILD" ? "true" : null, null));
}
