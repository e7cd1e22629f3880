using System.IO.Compression;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>What is inside a .nupkg.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public PackageTests() => _tree.Declare("m", "a b.gguf", Samples.Gguf()).Declare("m", "config.json", Samples.Json(), "json");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Declared_bytes_are_silent() =>
        Assert.Empty(Verify(Pack(("content/a%20b.gguf", Samples.Gguf()), ("content/config.json", Samples.Json()), ("lib/x.txt", "text"u8.ToArray()))));

    [Fact]
    public void Other_bytes_under_the_name_of_a_packed_file_are_SCA2121_at_its_digest()
    {
        var finding = Assert.Single(Verify(Pack(("content/a%20b.gguf", Samples.Gguf(100, 8)), ("content/config.json", Samples.Json()))));

        Assert.Equal(("SCA2121", Level.Error), (finding.Finding.Rule.Id, finding.Level));
        Assert.Equal((_tree.LockPath, _tree.ShaOf("m", "a b.gguf"), "content/a b.gguf"), (finding.Finding.File, finding.Finding.Region, finding.Finding.Member));
    }

    [Fact]
    public void Changed_text_is_SCA2121_too_whatever_its_size()
    {
        var finding = Assert.Single(Verify(Pack(("content/a%20b.gguf", Samples.Gguf()), ("content/config.json", Samples.Json("{}")))));

        Assert.Equal(("SCA2121", _tree.ShaOf("m", "config.json")), (finding.Finding.Rule.Id, finding.Finding.Region));
    }

    [Fact]
    public void Renamed_file_is_found_by_its_bytes() =>
        Assert.Empty(Verify(Pack(("x/1.bin", Samples.Gguf()), ("x/2.bin", Samples.Json()))));

    [Fact]
    public void Packed_file_that_is_nowhere_is_SCA2122()
    {
        var finding = Assert.Single(Verify(Pack(("content/a%20b.gguf", Samples.Gguf()))));

        Assert.Equal(("SCA2122", _tree.FileKey("m", "config.json")), (finding.Finding.Rule.Id, finding.Finding.Region));
    }

    [Fact]
    public void Undeclared_model_is_SCA2120_at_the_project()
    {
        var package = Pack(("content/a%20b.gguf", Samples.Gguf()), ("content/config.json", Samples.Json()), ("tools/hidden.dll", Samples.Pickle()));

        var finding = Assert.Single(Verify(package));
        Assert.Equal(("SCA2120", Level.Warning, _tree.At("App.csproj"), "tools/hidden.dll"), (finding.Finding.Rule.Id, finding.Level, finding.Finding.File, finding.Finding.Member));
    }

    [Fact]
    public void Second_entry_of_the_same_name_is_looked_at()
    {
        var package = Pack(("content/a%20b.gguf", Samples.Gguf()), ("content/a%20b.gguf", Samples.Gguf(100, 8)), ("content/config.json", Samples.Json()));

        Assert.Equal("SCA2121", Assert.Single(Verify(package)).Finding.Rule.Id);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public void Package_that_cannot_be_read_is_SCA2122(string content) =>
        Assert.Equal("SCA2122", Assert.Single(Verify(_tree.Write("p.nupkg", content))).Finding.Rule.Id);

    [Fact]
    public void Absent_package_is_SCA2122() =>
        Assert.Equal("SCA2122", Assert.Single(Verify(_tree.At("gone.nupkg"))).Finding.Rule.Id);

    [Fact]
    public void Damage_anywhere_is_never_silent_and_never_throws()
    {
        var path = Pack(("content/a%20b.gguf", Samples.Gguf(3000)), ("content/config.json", Samples.Json()));
        var whole = File.ReadAllBytes(path);
        _tree.Declare("m", "a b.gguf", Samples.Gguf(3000));
        Assert.Empty(Verify(path));

        for (var i = 0; i < whole.Length; i++)
        {
            var bytes = whole.ToArray();
            bytes[i] ^= 0x40;
            File.WriteAllBytes(path, bytes);
            Assert.DoesNotContain(Verify(path), finding => finding.Finding.Rule == Rules.InternalError);
        }
    }

    private string Pack(params (string Name, byte[] Content)[] entries)
    {
        var path = _tree.At("p.nupkg");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }

        return path;
    }

    private IReadOnlyList<DecidedFinding> Verify(string package) => DestinationVerifier.VerifyPackage(
        _tree.Request,
        new ShippedPackage(package, _tree.At("App.csproj"), [_tree.At("models/m/a b.gguf"), _tree.At("models/m/config.json")])).Findings;
}
