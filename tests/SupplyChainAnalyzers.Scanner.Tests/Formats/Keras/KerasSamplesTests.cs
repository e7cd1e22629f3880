using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Keras;

public class KerasSamplesTests
{
    [Theory]
    [InlineData("sequential2.h5")]
    [InlineData("sequential2_latest.h5")]
    [InlineData("sequential3.h5")]
    [InlineData("operators2.h5")]
    [InlineData("user_block.h5")]
    [InlineData("sequential3.keras")]
    [InlineData("custom3.keras")]
    [InlineData("shapes_earliest.h5")]
    [InlineData("shapes_latest.h5")]
    [InlineData("growing_earliest.h5")]
    [InlineData("growing_latest.h5")]
    public void Ordinary_file_is_clean(string name) => Holds(Verdict.Clean, KerasSample.Scan(name));

    [Theory]
    [InlineData("lambda2.h5", "SCA3090")]
    [InlineData("lambda3.h5", "SCA3090")]
    [InlineData("function3.keras", "SCA3091")]
    [InlineData("external_link.h5", "SCA3093")]
    [InlineData("external_data.h5", "SCA3093")]
    [InlineData("virtual.h5", "SCA3093")]
    public void Harmful_file_is_malicious(string name, string rule)
    {
        var scanned = KerasSample.Scan(name);
        Holds(Verdict.Malicious, scanned);
        Assert.Contains(scanned.Findings, finding => finding.Rule.Id == rule && finding.Severity >= Severity.High);
    }

    [Fact]
    public void Link_to_a_file_beside_it_is_suspicious() => Holds(Verdict.Suspicious, KerasSample.Scan("external_near.h5"));

    [Fact]
    public void Pickles_in_attributes_and_datasets_are_scanned_as_pickles()
    {
        var members = KerasSample.Scan("pickles.h5").Findings.Select(static finding => finding.Member).ToList();
        Assert.Contains("/objects", members);
        Assert.Contains("/list", members);
    }

    private static void Holds(Verdict verdict, Scanned scanned) => Assert.True(scanned.Verdict == verdict, scanned.ToString());
}
