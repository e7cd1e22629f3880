using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Core.Names;

namespace SupplyChainAnalyzers.Core.Tests.Names;

public sealed class MaliciousPackagesTests
{
    [Theory]
    [InlineData("deepseekai", "MAL-2025-1971")]
    [InlineData("DeepSeekAI", "MAL-2025-1971")]
    [InlineData("aliyun_ai.labs-sdk", "MAL-2025-5095")]
    [InlineData("tensorlfow", "MAL-2023-2306")]
    public void Python_package_is_found_in_any_spelling(string name, string advisory) => Assert.Equal(advisory, MaliciousPackages.FindPython(name, null)?.Advisory);

    [Fact]
    public void NuGet_package_is_found() => Assert.Equal("MAL-2024-4688", MaliciousPackages.FindNuGet("theopenai.api", "1.0.0")?.Advisory);

    [Theory]
    [InlineData("1.82.7", true)]
    [InlineData("1.82.6", false)]
    [InlineData(null, false)]
    public void Honest_package_is_reported_in_its_stolen_versions_alone(string? version, bool isReported) =>
        Assert.Equal(isReported, MaliciousPackages.FindPython("litellm", version) is not null);

    [Theory]
    [InlineData("torch")]
    [InlineData("")]
    [InlineData("python")]
    public void Others_are_silent(string name) => Assert.Null(MaliciousPackages.FindPython(name, "1.0"));

    [Fact]
    public void Every_entry_has_an_advisory() =>
        Assert.All(MaliciousPackages.All, static package => Assert.Matches(new Regex(@"^(MAL-\d{4}-\d+|PYSEC-\d{4}-\d+)$"), package.Advisory));

    [Fact]
    public void No_well_known_name_is_condemned_as_a_whole() =>
        Assert.DoesNotContain(WellKnownNames.PythonPackages.Names.Concat(WellKnownNames.PythonNeighbours.Names), static name => MaliciousPackages.FindPython(name, null) is not null);
}
