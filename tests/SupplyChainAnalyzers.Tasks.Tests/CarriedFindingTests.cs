using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Tasks.Tests;

public class CarriedFindingTests
{
    private static readonly TextRegion Region = new(12, 7, 12, 71);

    [Fact]
    public void What_was_written_is_read()
    {
        CarriedFinding[] findings =
        [
            new(Rules.FileHash, Level.Error, "'ä.onnx' is not what it was; run: models lock", "/src/models.lock", Region),
            new(Rules.NotFetched, Level.Message, "", "", TextRegion.None),
        ];

        Assert.Equal(findings, CarriedFinding.ReadAll(CarriedFinding.Write(findings)));
    }

    [Theory, MemberData(nameof(HostileNames.Each), MemberType = typeof(HostileNames))]
    public void Words_hold_nothing_that_MSBuild_knows_and_say_nothing_hostile(string name)
    {
        var decided = new DecidedFinding(new Finding(Rules.FileHash, name + " differs") { File = "/src/" + name, Region = Region }, Level.Error);

        var word = CarriedFinding.Of(decided).Write();
        var read = CarriedFinding.Read(word);

        Assert.Matches("^[A-Za-z0-9_-]+$", word);
        HostileNames.AssertInert(read.Message);
        HostileNames.AssertInert(read.File);
        Assert.Equal(Region, read.Region);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("U0NB")]
    public void Anything_else_is_a_format_error(string word) => Assert.Throws<FormatException>(() => CarriedFinding.Read(word));
}
