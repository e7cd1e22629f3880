namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Inputs of one kind. The same number gives the same input as long as the seeds stay.</summary>
/// <param name="Name">A format's id.</param>
/// <param name="Seeds">Real files; none where only the generator makes inputs.</param>
/// <param name="Generate">Makes an input of this format; null where there is none.</param>
internal sealed record FuzzFamily(string Name, byte[][] Seeds, Func<Random, byte[]>? Generate)
{
    public byte[] Input(long number)
    {
        var random = new Random(HashCode(Name, number));
        var mutator = new ByteMutator(random);
        if (Generate is not null && (Seeds.Length == 0 || random.Next(3) != 0))
        {
            var made = Generate(random);
            return random.Next(3) == 0 ? mutator.Mutate(made, Seeds.Length == 0 ? made : Seed(random)) : made;
        }

        return mutator.Mutate(Seed(random), Seed(random));
    }

    // Of two, the smaller: small inputs are faster, and most faults need few bytes.
    private byte[] Seed(Random random)
    {
        var (one, other) = (Seeds[random.Next(Seeds.Length)], Seeds[random.Next(Seeds.Length)]);
        return one.Length < other.Length ? one : other;
    }

    // Not string.GetHashCode, which is another one in each process.
    private static int HashCode(string name, long number)
    {
        var hash = 17L;
        foreach (var c in name)
            hash = (hash * 31) + c;
        hash = (hash * 1_000_003) ^ (number * unchecked((long)0x9E3779B97F4A7C15));
        return (int)(hash ^ (hash >> 32));
    }
}
