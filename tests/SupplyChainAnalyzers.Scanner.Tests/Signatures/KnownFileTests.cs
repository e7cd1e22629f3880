using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Digests that the caller brings stand for the bytes he has read.</summary>
public sealed class KnownFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Known_digest_is_taken_instead_of_the_file()
    {
        Write("a.bin", "on the disk");
        var model = new DiskModel(_folder, [Known("a.bin", "when it was hashed")]);
        Assert.Equal(Sha256("when it was hashed"), model.Digest("a.bin", OmsHash.Sha256));
        Assert.Equal("when it was hashed".Length, Assert.Single(model.Items).Size);
    }

    [Fact]
    public void Other_digests_and_parts_are_computed_from_the_file()
    {
        Write("a.bin", "bytes");
        var model = new DiskModel(_folder, [Known("a.bin", "bytes")]);
        Assert.Equal(64, model.Digest("a.bin", OmsHash.Blake2b).Length);
        Assert.Equal(Sha256("yte"), model.Digest("a.bin", OmsHash.Sha256, 1, 4));
    }

    [Fact]
    public void What_else_lies_there_counts_unless_the_known_is_all()
    {
        Write("a.bin", "1");
        Write("b.bin", "2");
        Assert.Equal(2, new DiskModel(_folder, [Known("a.bin", "1")]).Items.Count);
        var shared = new DiskModel(_folder, [Known("a.bin", "1")], isOnlyKnown: true);
        Assert.Equal("a.bin", Assert.Single(shared.Items).Path);
        Assert.NotNull(shared.Find("b.bin"));
        Assert.Null(shared.Find("c.bin"));
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private static KnownFile Known(string path, string content) => new(path, content.Length, Convert.ToHexStringLower(Sha256(content)));

    private static byte[] Sha256(string content) => SHA256.HashData(Encoding.ASCII.GetBytes(content));
}
