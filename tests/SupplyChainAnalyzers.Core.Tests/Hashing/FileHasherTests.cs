using System.Diagnostics;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Tests.Hashing;

public sealed class FileHasherTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4097)]
    [InlineData(256 * 1024 - 1)]
    [InlineData(256 * 1024)]
    [InlineData(256 * 1024 + 1)]
    [InlineData(512 * 1024)]
    [InlineData(1_700_003)]
    public void Digest_is_that_of_the_bytes(int size)
    {
        var content = _folder.Bytes(size);

        var outcome = Assert.Single(FileHasher.HashAll([_folder.File("a", content)]));

        Assert.Equal(HashStatus.Hashed, outcome.Status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), outcome.Sha256);
        Assert.Equal(size, outcome.Size);
        Assert.Equal(content.Take(FormatSniffer.HeadLength), outcome.Head);
        Assert.False(outcome.FromCache);
    }

    [LinuxFact]
    public void Digest_is_what_sha256sum_says()
    {
        var job = _folder.File("a", 3_000_017);
        using var process = Process.Start(new ProcessStartInfo("sha256sum", [job.Path]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.StartsWith(FileHasher.HashAll([job])[0].Sha256 + " ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_at_a_time_give_what_each_gives_alone_in_the_order_asked()
    {
        HashJob[] jobs = [.. Enumerable.Range(0, 60).Select(i => _folder.File($"{i}", i * i * 377))];

        var together = FileHasher.HashAll(jobs);

        Assert.Equal(jobs.Select(static job => job.Path), together.Select(static outcome => outcome.Path));
        Assert.Equal(jobs.Select(static job => FileHasher.HashAll([job])[0].Sha256), together.Select(static outcome => outcome.Sha256));
    }

    [Fact]
    public void Format_is_that_of_the_hashed_bytes() =>
        Assert.Equal(ModelFormats.Gguf, FileHasher.HashAll([_folder.File("a", [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16]])])[0].Format);

    [Fact]
    public void No_job_is_no_work() => Assert.Empty(FileHasher.HashAll([]));

    [Fact]
    public void What_is_no_file_is_said_and_the_others_are_hashed()
    {
        Directory.CreateDirectory(_folder["folder"]);
        var outcomes = FileHasher.HashAll(
            [new(_folder["missing"]), new(_folder["folder"]), new(""), new("/a\0b"), new(_folder["missing/below"]), _folder.File("file", 3)]);

        Assert.Equal(
            [HashStatus.Missing, HashStatus.NotAFile, HashStatus.Unreadable, HashStatus.Unreadable, HashStatus.Missing, HashStatus.Hashed],
            outcomes.Select(static outcome => outcome.Status));
        Assert.All(outcomes.SkipLast(1), static outcome => Assert.True(outcome is { Reason.Length: > 0, Sha256: "", FromCache: false }));
    }

    [LinuxFact]
    public void Pipe_and_device_are_refused_without_waiting()
    {
        var outcomes = FileHasher.HashAll([new(_folder.Pipe("pipe")), new("/dev/zero"), new("/dev/tty")]);

        Assert.All(outcomes, static outcome => Assert.NotEqual(HashStatus.Hashed, outcome.Status));
        Assert.Equal(HashStatus.NotAFile, outcomes[0].Status);
        Assert.Equal(HashStatus.NotAFile, outcomes[1].Status);
    }

    [LinuxFact]
    public void Pipe_put_in_the_place_of_a_file_is_refused_without_waiting()
    {
        var stat = FileStat.Of(_folder.File("a", 10).Path);
        File.Delete(_folder["a"]);
        _folder.Pipe("a");

        Assert.Equal(HashStatus.Unreadable, FileHasher.HashAll([new(_folder["a"], stat)])[0].Status);
    }

    [LinuxFact]
    public void Loop_of_links_is_unreadable_and_a_link_to_nowhere_missing()
    {
        File.CreateSymbolicLink(_folder["loop"], _folder["loop"]);
        File.CreateSymbolicLink(_folder["nowhere"], _folder["missing"]);
        var outcomes = FileHasher.HashAll([new(_folder["loop"]), new(_folder["nowhere"])]);

        Assert.Equal([HashStatus.Unreadable, HashStatus.Missing], outcomes.Select(static outcome => outcome.Status));
    }

    [Fact]
    public void File_that_vanished_after_it_was_looked_at_is_changing()
    {
        var job = _folder.File("a", 10);
        var stat = FileStat.Of(job.Path);
        File.Delete(job.Path);

        Assert.Equal(HashStatus.Changing, FileHasher.HashAll([job with { Stat = stat }])[0].Status);
    }

    [Fact]
    public void File_that_grows_while_it_is_read_is_changing() =>
        AssertChanging(static path => File.AppendAllText(path, "more"));

    [LinuxFact]
    public void File_overwritten_while_it_is_read_is_changing_even_with_its_time_restored() =>
        AssertChanging(FileFolder.OverwriteUnseen);

    [LinuxFact]
    public void File_replaced_while_it_is_read_is_changing() => AssertChanging(path =>
    {
        File.Copy(path, _folder["copy"]);
        File.Move(_folder["copy"], path, overwrite: true);
    });

    [Fact]
    public void Progress_ends_at_the_whole()
    {
        HashJob[] jobs = [.. Enumerable.Range(1, 5).Select(i => _folder.File($"{i}", i * 200_000))];
        long most = 0;
        var totals = new HashSet<long>();
        FileHasher.HashAll(jobs, null, (done, all) =>
        {
            lock (totals)
            {
                most = Math.Max(most, done);
                totals.Add(all);
            }
        });

        Assert.Equal(3_000_000, most);
        Assert.Equal([3_000_000], totals);
    }

    [Fact]
    public void Cancellation_ends_the_reading_of_a_file_that_would_take_hours()
    {
        using (var file = File.Create(_folder["sparse"]))
            file.SetLength(1L << 40);
        using var cancel = new CancellationTokenSource();

        var thrown = Assert.ThrowsAny<OperationCanceledException>(() => FileHasher.HashAll(
            [new(_folder["sparse"]), _folder.File("small", 10)], null, (_, _) => cancel.Cancel(), cancel.Token));

        Assert.Equal(cancel.Token, thrown.CancellationToken);
    }

    [Fact]
    public void Progress_that_throws_ends_the_work_with_its_exception() => Assert.Throws<InvalidTimeZoneException>(() =>
        FileHasher.HashAll([.. Enumerable.Range(0, 20).Select(i => _folder.File($"{i}", 1000))], null, static (_, _) => throw new InvalidTimeZoneException()));

    private void AssertChanging(Action<string> change)
    {
        var job = _folder.File("a", 5_000_000);
        var changed = false;
        var outcome = FileHasher.HashAll([job], null, (_, _) =>
        {
            if (!changed)
                change(job.Path);
            changed = true;
        })[0];

        Assert.Equal(HashStatus.Changing, outcome.Status);
        Assert.Equal("", outcome.Sha256);
    }
}
