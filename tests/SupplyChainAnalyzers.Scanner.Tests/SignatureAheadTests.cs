using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>The scanner verifies a signature while the files are hashed; its answer counts only for the digests that come out.</summary>
public sealed class SignatureAheadTests : IDisposable
{
    private const int Jobs = 2; // the signature, and what is in the files

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private readonly SignedTree _tree = new();
    private readonly string _starts;

    public SignatureAheadTests()
    {
        _starts = _tree.At("starts");
        _tree.Sign().TrustKey("always").WriteLock();
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Scanner_is_at_work_before_hashing_ends_and_its_answer_is_taken()
    {
        if (OperatingSystem.IsWindows())
            return; // starts are counted by a shell

        var result = ModelVerifier.Verify(Counting with { Progress = (_, _) => Assert.True(SpinWait.SpinUntil(() => Starts == 1, LongEnough)) });
        Assert.Empty(result.Findings);
        Assert.Equal(Jobs, Starts);
    }

    [Fact]
    public void Answer_about_declared_digests_is_not_one_about_others()
    {
        _tree.Write("m/weights/a.bin", [3, 2, 1]);
        var result = ModelVerifier.Verify(_tree.Request with { Explain = true });
        Assert.Equal(["SCA2104"], result.Findings.Select(static finding => finding.Finding.Rule.Id));
        Assert.Equal(EvidenceState.Refused, result.Evidence[0].Bundles[0].State);
    }

    [Fact]
    public void What_is_remembered_is_not_asked_ahead()
    {
        if (OperatingSystem.IsWindows())
            return;

        var request = Counting with { CacheDirectory = _tree.CacheDirectory };
        Assert.Empty(ModelVerifier.Verify(request).Findings);
        Assert.Empty(ModelVerifier.Verify(request).Findings); // hashed again: nothing that has just been written is remembered
        Assert.Equal(Jobs, Starts);
    }

    private int Starts => File.Exists(_starts) ? File.ReadAllLines(_starts).Length : 0;

    // A host that leaves a line before it becomes the real one.
    private VerificationRequest Counting
    {
        get
        {
            var script = _tree.At("dotnet.sh");
            File.WriteAllText(script, $"#!/bin/sh\necho started >> '{_starts}'\nexec '{_tree.Options.DotnetPath}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            return _tree.Request with { Scanner = _tree.Options with { DotnetPath = script } };
        }
    }
}
