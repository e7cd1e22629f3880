namespace SupplyChainAnalyzers.Scanner.Tests.Scanning;

/// <summary>Scans a sample with some of its bytes changed, or cut, or doubled: whatever it is then, an answer must come.</summary>
internal static class Mutated
{
    public static void Scan(byte[] sample, Random random, string name = "model.bin")
    {
        var bytes = (byte[])sample.Clone();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            bytes[random.Next(bytes.Length)] = random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => (byte)(bytes[random.Next(bytes.Length)] ^ (1 << random.Next(8))), _ => (byte)random.Next(256) };
        if (random.Next(8) == 0)
            bytes = bytes[..random.Next(bytes.Length)];
        else if (random.Next(16) == 0)
            bytes = [.. bytes, .. bytes.AsSpan(random.Next(bytes.Length))];

        Assert.NotNull(Scanned.Bytes(bytes, name).Format);
    }
}
