using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public sealed class RobustnessTests : IDisposable
{
    private static readonly (string File, byte[] Content, string Format)[] Files =
    [
        ("a.gguf", Samples.Gguf(40), "gguf"),
        ("b.gguf", Samples.Gguf(40, 9), "gguf"),
        ("config.json", Samples.Json(), "json"),
        ("vocab.txt", "one\ntwo\r\nthree\n"u8.ToArray(), "text"),
        ("p.pkl", Samples.Pickle(), "pickle"),
        ("raw.bin", [0, 1, 2, 3], "raw"),
        ("onebyte.bin", [7], "raw"),
    ];

    private readonly LockedTree _tree = new();

    public RobustnessTests()
    {
        foreach (var (file, content, format) in Files)
            _tree.Declare("m", file, content, format);
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Any_changed_byte_of_any_file_is_exactly_one_error_of_that_file()
    {
        var change = Gen.Zip(Gen.Choose(0, Files.Length - 1), Gen.Zip(Gen.Choose(0, 10_000), Gen.Choose(1, 255)));

        Prop.ForAll(change.ToArbitrary(), spot =>
        {
            var (file, content, _) = Files[spot.Item1];
            var bytes = content.ToArray();
            bytes[spot.Item2.Item1 % bytes.Length] ^= (byte)spot.Item2.Item2;
            AssertOneError(file, bytes, content);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_cut_or_lengthened_file_is_exactly_one_error_of_that_file()
    {
        var change = Gen.Zip(Gen.Choose(0, Files.Length - 1), Gen.Zip(Gen.Choose(0, 200), Gen.Choose(0, 255)));

        Prop.ForAll(change.ToArbitrary(), spot =>
        {
            var (file, content, _) = Files[spot.Item1];
            var bytes = new byte[spot.Item2.Item1];
            Array.Fill(bytes, (byte)spot.Item2.Item2);
            content.AsSpan(0, Math.Min(content.Length, bytes.Length)).CopyTo(bytes);
            if (bytes.Length != content.Length)
                AssertOneError(file, bytes, content);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void File_that_is_written_while_it_is_read_is_SCA2113()
    {
        using var tree = new LockedTree();
        tree.Declare("m", "a.gguf", Samples.Gguf());
        var path = tree.At("models/m/a.gguf");
        var written = 0;

        void Write(long done, long all)
        {
            if (Interlocked.Exchange(ref written, 1) == 0)
                File.AppendAllText(path, "x");
        }

        tree.OneError(Rules.FileChanging, tree.FileKey("m", "a.gguf"), request => request with { Progress = Write });
    }

    [Fact]
    public void Unforeseen_failure_is_SCA0001_in_every_mode()
    {
        static void Fail(long done, long all) => throw new InvalidOperationException("boom\u001b[31m\n##vso[x]");

        var finding = Assert.Single(_tree.Verify(request => request with { Progress = Fail, Mode = "audit" }).Findings, finding => finding.Finding.Rule == Rules.InternalError);
        Assert.Equal(Level.Error, finding.Level);
        Assert.DoesNotContain('\u001b', finding.Finding.Message);
        Assert.DoesNotContain("##vso[", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_of_the_policy_is_told_beside_an_unforeseen_failure()
    {
        _tree.Write("models.policy.json", "{");
        var rules = _tree.Verify(request => request with { Progress = static (_, _) => throw new InvalidOperationException() }).Findings.Select(static finding => finding.Finding.Rule.Id);
        Assert.Equal(["SCA0001", "SCA5102"], rules.Order());
    }

    [Fact]
    public void Cancelled_verification_throws_and_says_nothing()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ModelVerifier.Verify(_tree.Request with { Progress = (_, _) => source.Cancel() }, source.Token));
    }

    [Fact]
    public void Cancelled_before_the_start_throws()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => ModelVerifier.Verify(_tree.Request, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => ShippedItems.Check(_tree.Request, [], new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => DestinationVerifier.Verify(_tree.Request, [], new CancellationToken(canceled: true)));
    }

    private void AssertOneError(string file, byte[] changed, byte[] original)
    {
        var path = _tree.Write("models/m/" + file, changed);
        var error = Assert.Single(_tree.Verify().Findings, finding => finding.Level == Level.Error);
        Assert.Equal(path, error.Finding.Subject);
        File.WriteAllBytes(path, original);
    }
}
