using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Caching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Tests.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Caching;

/// <summary>What is remembered of a run, what makes another question of it, and everything that must not be believed.</summary>
public sealed class BehaviorCacheTests : IDisposable
{
    private static readonly string Digest = new('a', 64);
    private static readonly string Key = new('c', 64);
    private static readonly ScanFile Asked = new("/m.onnx", Digest, "m.onnx");
    private readonly string _folder = Directory.CreateTempSubdirectory("sca-behavior-").FullName;

    private string Cache => Path.Combine(_folder, "cache");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [CacheFact]
    public void Answer_comes_back_whole_under_the_name_of_the_one_who_asks()
    {
        new BehaviorCache(Cache).Put(Answer(), Key);
        var found = new BehaviorCache(Cache).Find(Asked with { Name = "x/y" }, Key)!;

        Assert.Equal((ModelFormats.Onnx, Digest, 9L), (found.Format, found.Sha256, found.Size));
        Assert.Equal("'x/y' can be turned", Assert.Single(found.Findings).Message);
        Assert.Equal("neural-cleanse", found.Findings[0].Symbol);
        Assert.Equal(BehaviorReportText.Write(Answer().Behavior!), BehaviorReportText.Write(found.Behavior!));
        Assert.Equal([Isolation.Network], found.MissingIsolation);
    }

    [CacheFact]
    public void Model_that_crashed_is_remembered_as_one()
    {
        new BehaviorCache(Cache).Put(Failed(Rules.ModelRunFailed), Key);
        var found = new BehaviorCache(Cache).Find(Asked, Key)!;

        Assert.False(found.Answered);
        Assert.Null(found.Behavior);
        Assert.Equal("'m.onnx' could not be run", Assert.Single(found.Findings).Message);
        Assert.Equal(Rules.ModelRunFailed, found.Findings[0].Rule);
    }

    [CacheFact]
    public void Fault_of_the_machine_is_not_remembered()
    {
        new BehaviorCache(Cache).Put(Failed(Rules.ScannerFailed), Key);
        new BehaviorCache(Cache).Put(Failed(Rules.ScannerUnavailable), Key);
        new BehaviorCache(Cache).Put(Failed(Rules.FileUnreadable), Key);

        Assert.False(Directory.Exists(Cache) && Directory.GetFiles(Cache).Length > 0);
    }

    [CacheFact]
    public void Every_changed_byte_and_every_cut_is_ignored()
    {
        new BehaviorCache(Cache).Put(Answer(), Key);
        var path = Assert.Single(Directory.GetFiles(Cache));
        var content = File.ReadAllBytes(path);
        for (var i = 0; i < content.Length; i++)
        {
            content[i] ^= 1;
            File.WriteAllBytes(path, content);
            Assert.Null(new BehaviorCache(Cache).Find(Asked, Key));
            content[i] ^= 1;
        }

        for (var length = 0; length < content.Length; length += 7)
        {
            File.WriteAllBytes(path, content[..length]);
            Assert.Null(new BehaviorCache(Cache).Find(Asked, Key));
        }
    }

    [CacheFact]
    public void Answer_to_another_question_in_its_place_is_ignored()
    {
        new BehaviorCache(Cache).Put(Answer(), Key);
        var path = Assert.Single(Directory.GetFiles(Cache));
        File.Move(path, path.Replace(Key, new string('d', 64), StringComparison.Ordinal));

        Assert.Null(new BehaviorCache(Cache).Find(Asked, new string('d', 64)));
        Assert.Null(new BehaviorCache(Cache).Find(Asked, Key));
    }

    [CacheFact]
    public void Answer_about_other_bytes_is_ignored()
    {
        new BehaviorCache(Cache).Put(Answer(), Key);
        Assert.Null(new BehaviorCache(Cache).Find(Asked with { Sha256 = new string('b', 64) }, Key));
    }

    [CacheFact]
    public void Damaged_bytes_never_throw()
    {
        var random = new Random(5);
        new BehaviorCache(Cache).Put(Answer(), Key);
        var path = Assert.Single(Directory.GetFiles(Cache));
        var whole = File.ReadAllBytes(path)[..^sizeof(ulong)];
        for (var i = 0; i < 2000; i++)
        {
            byte[] content = [.. whole];
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                content[random.Next(content.Length)] = (byte)random.Next(256);
            Core.Hashing.PrivateContent.Write(Cache, Path.GetFileName(path), content); // with a checksum that is right
            _ = new BehaviorCache(Cache).Find(Asked, Key);
        }
    }

    [Fact]
    public void Whatever_an_answer_depends_on_makes_another_key()
    {
        var question = new BehaviorQuestion { Model = "/m.onnx", Probe = "/x.npy", Checks = ["weights"], Parameters = [new("a.b", 1), new("a.c", 2)] };
        var known = new Dictionary<string, string> { ["/m.onnx"] = "1", ["/x.npy"] = "2", ["/y.npy"] = "3", ["/w.bin"] = "4" };
        var others = new[]
        {
            question with { Tier = BehaviorTier.Deep },
            question with { Checks = [] },
            question with { Parameters = [new("a.b", 1)] },
            question with { Parameters = [new("a.b", 2), new("a.c", 2)] },
            question with { Budget = TimeSpan.FromSeconds(1) },
            question with { Probe = null },
            question with { Probe = null, Golden = "/x.npy" },
            question with { Labels = "/y.npy" },
            question with { TensorFiles = ["/w.bin"] },
        };
        var key = BehaviorKey.Of(question, known, "engine");

        Assert.NotNull(key);
        Assert.Equal(key, BehaviorKey.Of(question with { Name = "other", Parameters = [new("a.c", 2), new("a.b", 1)] }, known, "engine"));
        Assert.DoesNotContain(key, others.Select(other => BehaviorKey.Of(other, known, "engine")));
        Assert.Equal(others.Length, others.Select(other => BehaviorKey.Of(other, known, "engine")).Distinct().Count());
        Assert.NotEqual(key, BehaviorKey.Of(question, known, "another engine"));
        Assert.NotEqual(key, BehaviorKey.Of(question, new Dictionary<string, string>(known) { ["/m.onnx"] = "5" }, "engine"));
        Assert.Null(BehaviorKey.Of(question with { Reference = "/unknown.onnx" }, known, "engine"));
    }

    private static ScanResult Answer() => ScanResults.From(Asked, new ScanEvent.Result("", 0, Digest, 9, ModelFormats.Onnx, [new ReportedFinding(Rules.SmallPatchFound, Severity.Medium, "can be turned", Symbol: "neural-cleanse")])) with
    {
        MissingIsolation = [Isolation.Network],
        Behavior = new BehaviorReport
        {
            Verdict = BehaviorVerdict.Suspicious,
            Score = 1.25,
            TargetClass = 3,
            Tier = BehaviorTier.Standard,
            Engine = "onnxruntime 1.29.0",
            Inputs = [new("probe", Digest)],
            Checks = [new CheckResult("neural-cleanse", CheckOutcome.Suspicious, "can be turned") { Score = 1.25, TargetClass = 3, Rule = Rules.SmallPatchFound, Values = [new("norm", 2.5)], Classes = [new(3, [new("norm", 2.5)])] }],
        },
    };

    private static ScanResult Failed(Rule rule) => new() { File = Asked, Findings = [new Finding(rule, "'m.onnx' could not be run") { Subject = Asked.Path }] };
}
