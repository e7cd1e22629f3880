using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>When an earlier answer holds without the lock being read, and all that must end it.</summary>
public sealed class UnchangedLockTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Day = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly LockedTree _tree = new();

    public UnchangedLockTests()
    {
        _tree.Add("m", "a.gguf", Samples.Gguf());
        _tree.Add("m", "sub/b.gguf", Samples.Gguf(7));
        _tree.WriteLock();
    }

    private VerificationRequest Request => _tree.Request with { CacheDirectory = _tree.CacheDirectory, TodayUtc = Day };

    public void Dispose() => _tree.Dispose();

    [CacheFact]
    public void Quiet_answer_is_given_again()
    {
        var first = Remembered();

        var again = UnchangedLock.Find(Request);

        Assert.NotNull(again);
        Assert.Empty(again.Findings);
        Assert.Equal((first.Models, first.Files, 0, 2), (again.Models, again.Files, again.Hashed, again.Cached));
    }

    [CacheFact]
    public void Nothing_is_remembered_of_what_changed_a_moment_ago()
    {
        Warm();
        ModelVerifier.Verify(Request);

        Assert.Null(UnchangedLock.Find(Request));
    }

    [CacheFact]
    public void Nothing_is_remembered_of_a_verification_that_found_something()
    {
        _tree.Write("models/m/added.gguf", Samples.Gguf(9));
        Warm();
        Assert.NotEmpty(ModelVerifier.Verify(Request, InAnHour).Findings);

        Assert.Null(UnchangedLock.Find(Request));
    }

    [CacheFact]
    public void Same_size_overwrite_with_its_old_time_ends_it()
    {
        File.SetLastWriteTimeUtc(_tree.At("models/m/a.gguf"), LongAgo);
        Remembered();
        using (var stream = File.OpenWrite(_tree.At("models/m/a.gguf")))
        {
            stream.Position = 60;
            stream.WriteByte(99);
        }

        File.SetLastWriteTimeUtc(_tree.At("models/m/a.gguf"), LongAgo);
        AssertEnded(Rules.FileHash);
    }

    [CacheFact]
    public void Removed_file_ends_it()
    {
        Remembered();
        File.Delete(_tree.At("models/m/sub/b.gguf"));
        AssertEnded(Rules.FileMissing);
    }

    [CacheFact]
    public void Added_file_ends_it()
    {
        Remembered();
        _tree.Write("models/m/sub/added.gguf", Samples.Gguf(9));
        AssertEnded(Rules.FileNotDeclared);
    }

    [CacheFact]
    public void Edited_lock_ends_it()
    {
        Remembered();
        _tree["m"].Files["a.gguf"] = _tree["m"].Files["a.gguf"] with { Sha256 = new string('0', 64) };
        _tree.WriteLock();
        AssertEnded(Rules.FileHash);
    }

    [CacheFact]
    public void Policy_that_appears_ends_it()
    {
        Remembered();
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "formats": { "deny": ["gguf"] } }""");
        AssertEnded(Rules.FormatNotAllowed);
    }

    [CacheFact]
    public void Policy_that_changes_ends_it()
    {
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "formats": { "deny": ["onnx"] } }""");
        Remembered();
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "formats": { "deny": ["gguf"] } }""");
        AssertEnded(Rules.FormatNotAllowed);
    }

    [CacheFact]
    public void Base_of_the_policy_that_changes_ends_it()
    {
        _tree.Write("base.json", """{ "policyVersion": 1 }""");
        _tree.Write("models.policy.json", """{ "policyVersion": 1, "extends": ["base.json"] }""");
        Remembered();
        _tree.Write("base.json", """{ "policyVersion": 1, "formats": { "deny": ["gguf"] } }""");
        AssertEnded(Rules.FormatNotAllowed);
    }

    [CacheFact]
    public void Another_question_has_another_answer()
    {
        Remembered();

        Assert.Null(UnchangedLock.Find(Request with { Mode = "strict" }));
        Assert.Null(UnchangedLock.Find(Request with { TodayUtc = Day.AddDays(1) }));
        Assert.Null(UnchangedLock.Find(Request with { RequireFetched = true }));
        Assert.Null(UnchangedLock.Find(Request with { RequiredPolicySha256 = new string('0', 64) }));
        Assert.Null(UnchangedLock.Find(Request with { CacheDirectory = null }));
        Assert.Null(UnchangedLock.Find(Request with { Scope = [_tree.At("models/m/a.gguf")] }));
    }

    [CacheFact]
    public void Damaged_memory_is_none()
    {
        Remembered();
        var path = Assert.Single(Directory.GetFiles(_tree.CacheDirectory, PathStamps.FilePrefix + "*"));
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 0x10;
            File.WriteAllBytes(path, damaged);
            Assert.Null(UnchangedLock.Find(Request));
        }

        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        Assert.Null(UnchangedLock.Find(Request));
    }

    [CacheFact]
    public void Clearing_the_cache_forgets_it()
    {
        Remembered();
        HashCache.Clear(_tree.CacheDirectory);
        Assert.Null(UnchangedLock.Find(Request));
    }

    private VerificationResult Remembered()
    {
        Warm();
        var result = ModelVerifier.Verify(Request, InAnHour);
        Assert.Empty(result.Findings);
        Assert.NotNull(UnchangedLock.Find(Request));
        return result;
    }

    private void AssertEnded(Rule rule)
    {
        Assert.Null(UnchangedLock.Find(Request));
        Assert.Contains(ModelVerifier.Verify(Request).Findings, finding => finding.Finding.Rule == rule);
    }

    // As if the files had lain there for an hour: what changed a moment ago is not remembered.
    private static long InAnHour() => HashCache.Now() + 3_600_000_000_000;

    private void Warm()
    {
        var cache = HashCache.Open(_tree.CacheDirectory, _tree.LockPath);
        foreach (var path in Directory.GetFiles(_tree.At("models"), "*", SearchOption.AllDirectories))
            cache.Put(FileHasher.HashAll([new HashJob(path)])[0], FileStat.Of(path).Identity, InAnHour());

        cache.Save();
    }
}
