using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Caching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Tests.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Caching;

/// <summary>What is remembered, and everything that must not be believed.</summary>
public sealed class ScanCacheTests : IDisposable
{
    private static readonly string Digest = new('a', 64);
    private readonly string _folder = Directory.CreateTempSubdirectory("sca-scans-").FullName;
    private readonly ScannerOptions _scanner;

    public ScanCacheTests()
    {
        Directory.CreateDirectory(At("m"));
        File.WriteAllText(At("scanner.dll"), "a scanner");
        _scanner = new ScannerOptions { DotnetPath = "/dotnet", ScannerPath = At("scanner.dll") };
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [CacheFact]
    public void Answer_comes_back_whole()
    {
        var result = Result(Asked, new ReportedFinding(Rules.Polyglot, Severity.High, "is two", "a!/b", 42, "os.system"), new ReportedFinding(Rules.TrailingData, Severity.Low, "has more"));
        Put(result);
        var found = Open().Find(Asked)!;
        Assert.Equal((ModelFormats.Onnx, Digest, 9L, Verdict.Malicious), (found.Format, found.Sha256, found.Size, found.Verdict));
        Assert.Equal(result.Findings, found.Findings);
    }

    [CacheFact]
    public void Answer_is_shown_under_the_name_of_the_one_who_asks()
    {
        Put(Result(Asked, new ReportedFinding(Rules.TrailingData, Severity.Low, "has more")));
        Assert.Equal("'x/y' has more", Assert.Single(Open().Find(Asked with { Name = "x/y" })!.Findings).Message);
    }

    [CacheFact]
    public void Other_content_name_neighbours_lock_or_scanner_is_another_question()
    {
        Put(Result(Asked));
        Assert.NotNull(Open().Find(Asked));
        Assert.Null(Open().Find(Asked with { Sha256 = new string('b', 64) }));
        Assert.Null(Open().Find(Asked with { Sha256 = null }));
        Assert.Null(Open().Find(Asked with { Path = At("m/b.onnx") }));
        Assert.Null(ScanCache.Open(Cache, "/other.lock", _scanner)!.Find(Asked));
        File.WriteAllText(At("m/os.py"), "");
        Assert.Null(Open().Find(Asked));
        File.Delete(At("m/os.py"));
        Assert.NotNull(Open().Find(Asked));
        File.WriteAllText(At("scanner.dll"), "another scanner");
        Assert.Null(Open().Find(Asked));
    }

    [CacheFact]
    public void Nothing_is_remembered_without_a_folder_or_a_scanner()
    {
        Assert.Null(ScanCache.Open(null, "/models.lock", _scanner));
        Assert.Null(ScanCache.Open(Cache, "/models.lock", _scanner with { ScannerPath = At("missing.dll") }));
    }

    [CacheFact]
    public void What_is_no_answer_is_not_remembered()
    {
        Put(ScanResults.Failed(Asked, "crashed"));
        Put(Result(Asked, [.. Enumerable.Range(0, 101).Select(static i => new ReportedFinding(Rules.TrailingData, Severity.Low, $"has {i}"))]));
        Assert.False(Directory.Exists(Cache) && Directory.GetFiles(Cache).Length > 0);
    }

    [CacheFact]
    public void Every_changed_byte_and_every_cut_makes_it_empty()
    {
        Put(Result(Asked, new ReportedFinding(Rules.Polyglot, Severity.High, "is two", "m", 1, "s")));
        var path = Assert.Single(Directory.GetFiles(Cache));
        var content = File.ReadAllBytes(path);
        for (var i = 0; i < content.Length; i++)
        {
            byte[] changed = [.. content];
            changed[i] ^= 0x41;
            File.WriteAllBytes(path, changed);
            Assert.Null(Open().Find(Asked));
            File.WriteAllBytes(path, content[..i]);
            Assert.Null(Open().Find(Asked));
        }
    }

    [Fact]
    public void Content_with_a_right_checksum_is_still_not_believed_blindly()
    {
        var whole = ScanCacheFile.Write("s", new Dictionary<string, ScanCacheEntry>
        {
            ["k"] = new(1, ModelFormats.Onnx, [new ReportedFinding(Rules.Polyglot, Severity.High, "is two", "m", 1, "s")], [Isolation.Network]),
        });
        Assert.NotNull(ScanCacheFile.Read(whole, "s", Jobs.Scan));
        Assert.Null(ScanCacheFile.Read(whole, "t", Jobs.Scan));
        Assert.Null(ScanCacheFile.Read([.. whole, 0], "s", Jobs.Scan));
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.Null(ScanCacheFile.Read(whole[..i], "s", Jobs.Scan));
            byte[] changed = [.. whole];
            changed[i] ^= 0xFF;
            ScanCacheFile.Read(changed, "s", Jobs.Scan); // whatever it is, it is no exception
        }

        // A finding that is none of the scanner's business.
        var foreign = ScanCacheFile.Write("s", new Dictionary<string, ScanCacheEntry> { ["k"] = new(1, ModelFormats.Onnx, [new ReportedFinding(Rules.FileHash, Severity.High, "x")], []) });
        Assert.Null(ScanCacheFile.Read(foreign, "s", Jobs.Scan));
    }

    [CacheFact]
    public void Folder_that_others_can_write_is_not_used()
    {
        Put(Result(Asked));
        if (OperatingSystem.IsWindows())
            return;

        File.SetUnixFileMode(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Assert.Null(Open().Find(Asked));
    }

    [CacheFact]
    public void Answers_about_former_content_go_when_the_whole_lock_was_asked()
    {
        Put(Result(Asked));
        var next = Asked with { Sha256 = new string('b', 64) };
        Put(Result(next), isWhole: false);
        Assert.NotNull(Open().Find(Asked));
        Put(Result(next with { Sha256 = new string('c', 64) }), isWhole: true);
        Assert.Null(Open().Find(Asked));
    }

    private string Cache => At("cache");

    private ScanFile Asked => new(At("m/a.onnx"), Digest, "m/a.onnx");

    private string At(string path) => Path.Combine(_folder, path);

    private ScanCache Open() => ScanCache.Open(Cache, "/models.lock", _scanner)!;

    private void Put(ScanResult result, bool isWhole = true)
    {
        var cache = Open();
        cache.Put(result);
        cache.Save(isWhole);
    }

    private static ScanResult Result(ScanFile file, params ReportedFinding[] findings) =>
        ScanResults.From(file, new ScanEvent.Result("", 0, file.Sha256!, 9, ModelFormats.Onnx, findings));
}
