using System.Diagnostics;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Core.Tests.Scanning;

public sealed class ScannerClientTests : IDisposable
{
    private readonly FakeScan _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public void Each_file_gets_its_result_in_order()
    {
        var results = _fake.Scan("ok1", "ok2", "ok3");
        Assert.Equal(["ok1", "ok2", "ok3"], results.Select(static result => Path.GetFileName(result.File.Path)));
        Assert.All(results, FakeScan.AssertAnswered);
        Assert.All(results, static result => Assert.Empty(result.Findings));
    }

    [Fact]
    public void No_file_starts_no_process() => Assert.Empty(ScannerClient.Scan([], _fake.Options with { DotnetPath = "/nowhere/dotnet" }));

    [Theory]
    [InlineData("garbage")]
    [InlineData("not-utf8")]
    [InlineData("second-hello")]
    [InlineData("wrong-nonce")]
    [InlineData("twice")]
    [InlineData("unknown-id")]
    [InlineData("skips")]
    [InlineData("early-done")]
    [InlineData("short-digest")]
    [InlineData("unknown-format")]
    [InlineData("verdict")]
    [InlineData("unknown-rule")]
    [InlineData("foreign-rule")]
    [InlineData("bad-severity")]
    [InlineData("too-many-findings")]
    [InlineData("long-message")]
    [InlineData("bad-refusal")]
    [InlineData("progress-back")]
    [InlineData("other-protocol")]
    [InlineData("goes-on")]
    [InlineData("half-line")]
    [InlineData("fails-at-the-end")]
    [InlineData("flood")]
    [InlineData("long-line")]
    [InlineData("flood-errors")]
    [InlineData("crash")]
    [InlineData("crash-as-no-runtime")]
    [InlineData("killed")]
    [InlineData("quits")]
    [InlineData("early-exit")]
    [InlineData("nothing")]
    public void Broken_protocol_is_SCA0002(string mode) => FakeScan.AssertFailed(Assert.Single(_fake.Scan(mode)));

    [Theory]
    [InlineData("crash")]
    [InlineData("garbage")]
    [InlineData("twice")]
    [InlineData("goes-on")]
    [InlineData("quits")]
    public void One_hostile_file_does_not_take_the_others_down(string mode)
    {
        var results = _fake.Scan("ok1", "ok2", mode, "ok3", "ok4");
        FakeScan.AssertFailed(results[2]);
        Assert.All(results.Where((_, index) => index != 2), FakeScan.AssertAnswered);
    }

    [Fact]
    public void Crash_that_was_not_the_files_fault_does_not_come_back()
    {
        var results = _fake.Scan("ok1", "crash-once", "ok2");
        Assert.All(results, FakeScan.AssertAnswered);
    }

    [Fact]
    public void Many_hostile_files_cost_a_bounded_number_of_processes()
    {
        var options = _fake.Options;
        ScanFile[] files = [.. Enumerable.Range(0, 12).Select(index => new ScanFile(Path.Combine(_fake.Folder, index % 2 == 0 ? "crash" : "ok" + index)))];
        var results = new Core.Scanning.Launching.ScanRun(files, options, new Core.Scanning.Launching.ScannerWork(Core.Scanning.Protocol.Jobs.Scan), maxFaults: 3, CancellationToken.None).Results();
        Assert.Equal(12, results.Count);
        Assert.All(results.Where((_, index) => index % 2 == 0), static result => FakeScan.AssertFailed(result));
        FakeScan.AssertAnswered(results[1]);
        Assert.Contains("too many other files", FakeScan.AssertFailed(results[11]));
    }

    [Fact]
    public void Crash_shows_code_and_last_words()
    {
        var message = FakeScan.AssertFailed(Assert.Single(_fake.Scan("crash")));
        Assert.Contains("exit code 134", message);
        Assert.Contains(@"Unhandled exception:\u{1B}[31m\r\n\u{23}#vso[task.complete", message);
    }

    [Fact]
    public void Digest_of_other_bytes_is_SCA0002_for_that_file_alone()
    {
        var asked = new string('b', 64);
        var results = ScannerClient.Scan([new ScanFile("/a/ok1", asked), new ScanFile("/a/ok2", FakeScan.Digest), new ScanFile("/a/ok3")], _fake.Options);
        var message = FakeScan.AssertFailed(results[0]);
        Assert.Contains(asked, message);
        Assert.Contains(FakeScan.Digest, message);
        FakeScan.AssertAnswered(results[1]);
        FakeScan.AssertAnswered(results[2]);
    }

    [Fact]
    public void Silence_is_ended_and_the_others_go_on()
    {
        _fake.Options = _fake.Options with { FileTimeout = TimeSpan.FromSeconds(5) };
        var results = _fake.Scan("ok1", "silence", "ok2");
        Assert.Contains("stopped after 5 s", FakeScan.AssertFailed(results[1]));
        FakeScan.AssertAnswered(results[0]);
        FakeScan.AssertAnswered(results[2]);
    }

    [Fact]
    public void Start_that_takes_too_long_is_SCA0002()
    {
        _fake.Options = _fake.Options with { StartTimeout = TimeSpan.FromSeconds(1) };
        Assert.Contains("stopped after 1 s", FakeScan.AssertFailed(Assert.Single(_fake.Scan("silent-start"))));
    }

    [Fact]
    public void Time_for_all_files_ends()
    {
        _fake.Options = _fake.Options with { Timeout = TimeSpan.FromMilliseconds(500) };
        Assert.All(_fake.Scan("silence", "silence"), static result => FakeScan.AssertFailed(result));
    }

    [Fact]
    public void Missing_runtime_is_SCA0003_once()
    {
        var results = _fake.Scan("no-runtime", "ok");
        Assert.All(results, static result => Assert.False(result.Answered));
        var finding = Assert.Single(results.SelectMany(static result => result.Findings).Distinct());
        Assert.Equal(Rules.ScannerUnavailable, finding.Rule);
        Assert.Contains(".NET 10", finding.Message);
    }

    [Fact]
    public void Missing_host_is_SCA0003()
    {
        _fake.Options = _fake.Options with { DotnetPath = Path.Combine(_fake.Folder, "dotnet") };
        Assert.Equal(Rules.ScannerUnavailable, Assert.Single(Assert.Single(_fake.Scan("ok")).Findings).Rule);
    }

    [Fact]
    public void Missing_scanner_is_SCA0002()
    {
        _fake.Options = _fake.Options with { ScannerPath = Path.Combine(_fake.Folder, "Scanner.dll") };
        Assert.Contains("there is none at", FakeScan.AssertFailed(Assert.Single(_fake.Scan("ok"))));
    }

    [Fact]
    public void Missing_temporary_folder_is_SCA0002()
    {
        _fake.Options = _fake.Options with { TemporaryFolder = Path.Combine(_fake.Folder, "file\u001b[31m", "x") };
        File.WriteAllText(Path.Combine(_fake.Folder, "file\u001b[31m"), "");
        FakeScan.AssertFailed(Assert.Single(_fake.Scan("ok")));
    }

    [Fact]
    public void Hostile_finding_is_shown_inert()
    {
        var result = Assert.Single(_fake.Scan("hostile-finding"));
        FakeScan.AssertAnswered(result);
        SupplyChainAnalyzers.Tests.HostileNames.AssertInert(Assert.Single(result.Findings).Message);
    }

    [Fact]
    public void Refused_file_has_a_reason_and_no_digest()
    {
        var result = Assert.Single(_fake.Scan("refused"));
        Assert.False(result.Answered);
        Assert.Equal(Rules.FileUnreadable, Assert.Single(result.Findings).Rule);
    }

    [Fact]
    public void Progress_is_told()
    {
        var told = new List<(string, long)>();
        _fake.Options = _fake.Options with { Progress = (file, bytes) => told.Add((Path.GetFileName(file.Path), bytes)) };
        FakeScan.AssertAnswered(Assert.Single(_fake.Scan("progress")));
        Assert.Equal([("progress", 5L)], told);
    }

    [Fact]
    public void Exception_of_the_listener_does_not_escape()
    {
        _fake.Options = _fake.Options with { Progress = static (_, _) => throw new InvalidOperationException("listener") };
        Assert.Contains("listener", FakeScan.AssertFailed(Assert.Single(_fake.Scan("progress"))));
    }

    [Fact]
    public void Working_folder_is_empty_and_gone_afterwards()
    {
        _fake.Scan("environment");
        var lines = _fake.Read("environment").Split('\n');
        var folder = Assert.Single(lines, static line => line.StartsWith("cwd ", StringComparison.Ordinal))[4..];
        Assert.StartsWith(Path.Combine(_fake.Folder, "supplychain-"), folder, StringComparison.Ordinal);
        Assert.Contains("files 0", lines);
        Assert.Equal([Path.Combine(_fake.Folder, "environment")], Directory.GetFileSystemEntries(_fake.Folder));
    }

    [Fact]
    public void Many_threads_scan_at_once() => Parallel.For(0, 4, index =>
    {
        var results = _fake.Scan("ok" + index, "crash", "ok");
        FakeScan.AssertAnswered(results[0]);
        FakeScan.AssertFailed(results[1]);
        FakeScan.AssertAnswered(results[2]);
    });

    [Fact]
    public async Task Cancelling_ends_the_process()
    {
        using var cancel = new CancellationTokenSource();
        var scan = Task.Run(() => _fake.Scan(cancel.Token, "child-and-silence"));
        var child = await ChildOf("child-and-silence");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scan);
        await Gone(child);
    }

    [Fact]
    public void Cancelled_before_the_start_starts_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => _fake.Scan(new CancellationToken(canceled: true), "ok"));

    [Fact]
    public async Task Children_end_with_a_scanner_that_is_stopped()
    {
        _fake.Options = _fake.Options with { FileTimeout = TimeSpan.FromSeconds(5) };
        FakeScan.AssertFailed(Assert.Single(_fake.Scan("child-and-silence")));
        await Gone(await ChildOf("child-and-silence"));
    }

    [Fact]
    public async Task Children_left_behind_are_found_and_ended()
    {
        if (OperatingSystem.IsWindows())
            return; // needs a job object: the scanner's sandbox

        _fake.Options = _fake.Options with { DrainTime = TimeSpan.FromSeconds(2) };
        Assert.Contains("left something running", FakeScan.AssertFailed(Assert.Single(_fake.Scan("child-and-exit"))));
        await Gone(await ChildOf("child-and-exit"));
    }

    private async Task<int> ChildOf(string mode)
    {
        int id;
        while (!File.Exists(Path.Combine(_fake.Folder, mode)) || !int.TryParse(_fake.Read(mode), out id))
            await Task.Yield();

        return id;
    }

    // Ends when the process does; the fake's own limit ends a test that would fail.
    private static async Task Gone(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}
