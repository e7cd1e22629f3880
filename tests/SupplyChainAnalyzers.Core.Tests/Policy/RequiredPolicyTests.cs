using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class RequiredPolicyTests
{
    private static readonly ModelsPolicy Policy = PolicyFiles.Value(PolicyFiles.ReadExtending("\"mode\": \"strict\"", ""));

    [Fact]
    public void Nothing_required_is_fine() => Assert.Null(RequiredPolicy.Check(Policy, null, PolicyFiles.Child));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_policy_or_one_it_extends_has_the_digest(int file)
    {
        string digest = Policy.Files[file].Sha256;
        Assert.Null(RequiredPolicy.Check(Policy, digest, PolicyFiles.Child));
        Assert.Null(RequiredPolicy.Check(Policy, " sha256:" + digest.ToUpperInvariant() + "\n", PolicyFiles.Child));
    }

    [Fact]
    public void Any_other_digest_is_SCA5110_that_lists_what_was_found()
    {
        var finding = RequiredPolicy.Check(Policy, new string('a', 64), PolicyFiles.Child)!;
        Assert.Equal((Rules.PolicyRequired, PolicyFiles.Child), (finding.Rule, finding.File));
        Assert.All(Policy.Files, file => Assert.Contains(file.Path + " " + file.Sha256[..12], finding.Message));
    }

    [Fact]
    public void A_built_in_policy_is_never_the_required_one() =>
        Assert.Contains("no policy file", RequiredPolicy.Check(PolicyPresets.Strict, new string('a', 64), null)!.Message);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("abc")]
    [InlineData("zaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_digest_is_SCA5110_and_not_ignored(string required) =>
        Assert.Contains("no SHA-256", RequiredPolicy.Check(Policy, required, null)!.Message);
}
