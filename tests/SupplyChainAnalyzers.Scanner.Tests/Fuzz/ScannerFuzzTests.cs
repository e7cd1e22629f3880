namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>A bounded share of what the bench scanner-fuzz runs by the million.</summary>
public class ScannerFuzzTests
{
    private const int Inputs = 300;

    private static readonly IReadOnlyList<FuzzFamily> Families = FuzzFamilies.Of(Path.Combine(AppContext.BaseDirectory, "Samples"));

    public static TheoryData<string> Names => [.. Families.Select(static family => family.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_makes_the_scanner_fail(string name)
    {
        var family = Families.First(family => family.Name == name);
        for (var number = 0; number < Inputs; number++)
        {
            var fault = FuzzTrial.Run(family.Input(number), "model." + name);
            Assert.True(fault is null, $"{name} {number}: {fault}");
        }
    }

    [Fact]
    public void Generators_make_what_they_say()
    {
        Assert.Equal(FuzzFamilies.Generated.Order(), Families.Where(static family => family.Generate is not null).Select(static family => family.Name).Order());
        foreach (var family in Families.Where(static family => family.Generate is not null))
        {
            var recognized = Enumerable.Range(0, 200).Count(number => Scanning.Scanned.Bytes(family.Generate!(new Random(number))).Format.Id != "unknown");
            Assert.True(recognized > 60, $"{family.Name}: {recognized} of 200");
        }
    }

    [Fact]
    public void Same_number_is_the_same_input() => Assert.All(Families, static family => Assert.Equal(family.Input(7), family.Input(7)));
}
