using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Tests.Verification.Checks;

/// <summary>Hashing goes on beside other checks: it must not outlive them.</summary>
public sealed class ContentsTests : IDisposable
{
    private const long Size = 16L << 30; // without blocks on the disk; some ten seconds to read to its end

    private readonly LockedTree _tree = new();
    private readonly ManualResetEventSlim _begun = new();
    private long _read;

    public ContentsTests()
    {
        _tree.Declare("m", "a.bin", [], "raw");
        using (var file = File.OpenWrite(Path))
            file.SetLength(Size);
        _tree["m"].Files["a.bin"] = new LockedFile(new string('0', 64), Size, "raw");
        _tree.WriteLock();
    }

    public void Dispose()
    {
        _begun.Dispose();
        _tree.Dispose();
    }

    private string Path => _tree.At("models/m/a.bin");

    [Fact]
    public void Reading_that_nobody_waited_for_ends_with_the_check()
    {
        using (new Contents(Laid()))
            _begun.Wait();

        AssertEnded();
    }

    [Fact]
    public void Cancelled_check_leaves_no_reading_behind()
    {
        using var source = new CancellationTokenSource();
        void Cancel(long done, long all)
        {
            Told(done, all);
            source.Cancel();
        }

        Assert.ThrowsAny<OperationCanceledException>(() => ModelVerifier.Verify(_tree.Request with { Progress = Cancel }, source.Token));
        AssertEnded();
    }

    private void AssertEnded()
    {
        Assert.InRange(Interlocked.Read(ref _read), 1, Size - 1);
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(Path, Directory.GetFiles("/proc/self/fd").Select(static descriptor => new FileInfo(descriptor).LinkTarget));
    }

    // With the files found, as the checks before this one leave it.
    private VerificationRun Laid()
    {
        var models = ModelsLockReader.Read(File.ReadAllBytes(_tree.LockPath), _tree.LockPath).Value!;
        var run = new VerificationRun(_tree.Request with { Progress = Told }, models, static () => PolicyPresets.Default, CancellationToken.None);
        FolderListing.Run(run);
        Presences.Run(run);
        Measures.Run(run);
        return run;
    }

    private void Told(long done, long all)
    {
        Interlocked.Exchange(ref _read, done);
        _begun.Set();
    }
}
