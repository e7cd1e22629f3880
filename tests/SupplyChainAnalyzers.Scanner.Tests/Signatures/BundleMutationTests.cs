namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>A damaged bundle never crashes, and is never accepted as saying something else. By the million in the benchmark signature-fuzz.</summary>
public class BundleMutationTests
{
    private const int Rounds = 5_000;

    [Fact]
    public void Damaged_bundles_are_refused_or_say_the_same()
    {
        var seeds = BundleSeeds.Create();
        var random = new Random(20251121);
        for (var round = 0; round < Rounds; round++)
        {
            var seed = seeds[round % seeds.Count];
            var damaged = BundleMutator.Mutate(seed.Bundle, random);
            if (seed.Fault(damaged) is { } fault)
                Assert.Fail($"{seed.Name}, round {round}: {fault}\n{System.Text.Encoding.UTF8.GetString(damaged)}");
        }
    }
}
