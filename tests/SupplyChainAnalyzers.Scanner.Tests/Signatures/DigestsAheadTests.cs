using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>What is hashed before it is asked for is what would have been hashed then.</summary>
public sealed class DigestsAheadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 3_000_000)]
    [InlineData(20, 70_000)]
    [InlineData(200, 0)]
    public void Digests_are_those_of_the_files(int count, int size)
    {
        var files = Enumerable.Range(0, count).ToDictionary(static i => $"{i}.bin", i => Write($"{i}.bin", size + i));
        using var model = new DiskModel(_folder);
        model.HashAhead(static path => path != "7.bin");
        Assert.All(files, file => Assert.Equal(SHA256.HashData(file.Value), model.Digest(file.Key, OmsHash.Sha256)));
    }

    [Fact]
    public void Other_hashes_and_parts_come_from_the_file_and_end_the_hashing()
    {
        var content = Write("a.bin", 3_000_000);
        using var model = new DiskModel(_folder);
        model.HashAhead(static _ => true);
        Assert.Equal(SHA256.HashData(content.AsSpan(5, 2_000_000)), model.Digest("a.bin", OmsHash.Sha256, 5, 2_000_005));
        Assert.Equal(OmsHashes.Compute(OmsHash.Blake3, new MemoryStream(content), content.Length), model.Digest("a.bin", OmsHash.Blake3));
        Assert.Equal(SHA256.HashData(content), model.Digest("a.bin", OmsHash.Sha256));
    }

    [Fact]
    public void Known_digest_goes_before_the_file()
    {
        Write("a.bin", 10);
        var other = SHA256.HashData("as it was read"u8);
        using var model = new DiskModel(_folder, [new KnownFile("a.bin", 10, Convert.ToHexStringLower(other))]);
        model.HashAhead(static _ => true);
        Assert.Equal(other, model.Digest("a.bin", OmsHash.Sha256));
    }

    [Fact]
    public void File_that_is_gone_by_then_has_no_digest()
    {
        Write("a.bin", 10);
        using var model = new DiskModel(_folder);
        File.Delete(Path.Combine(_folder, "a.bin"));
        model.HashAhead(static _ => true);
        Assert.ThrowsAny<IOException>(() => model.Digest("a.bin", OmsHash.Sha256));
    }

    [Fact]
    public void End_of_the_work_is_the_end_of_the_reading()
    {
        const long size = 16L << 30;
        using (var file = File.OpenHandle(Path.Combine(_folder, "large.bin"), FileMode.CreateNew, FileAccess.Write))
            RandomAccess.SetLength(file, size);

        using var begun = new ManualResetEventSlim();
        var read = 0L;
        var steps = new ReadingSteps(bytes =>
        {
            read = bytes;
            begun.Set();
        });
        using (var model = new DiskModel(_folder, progress: steps))
        {
            model.HashAhead(static _ => true);
            begun.Wait();
        }

        Assert.InRange(read, 1, size - 1);
        using var alone = File.Open(Path.Combine(_folder, "large.bin"), FileMode.Open, FileAccess.ReadWrite, FileShare.None); // fails on Windows while anybody else has it open
    }

    private byte[] Write(string name, int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        File.WriteAllBytes(Path.Combine(_folder, name), content);
        return content;
    }
}
