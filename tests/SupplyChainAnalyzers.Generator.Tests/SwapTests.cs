namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>
/// Somebody swaps the file after it was verified and before it is used. Whatever way it is done, bytes other than the declared ones are
/// never handed out.
/// </summary>
public sealed class SwapTests : IDisposable
{
    private const string FilePath = "models/m/model.onnx";

    private readonly TemporaryFolder _root = new();
    private readonly TemporaryFolder _parent = new();

    public enum Swap
    {
        Rename,
        Link,
        LinkedFolder,
        Delete,
        WriteInPlace,
        WriteInPlaceAndRestoreTime,
        Truncate,
    }

    public static TheoryData<Swap, int> Cases
    {
        get
        {
            var cases = new TheoryData<Swap, int>();
            foreach (var swap in Enum.GetValues<Swap>())
            {
                foreach (var megabytes in new[] { 0, 2, 4 })
                    cases.Add(swap, megabytes);
            }

            return cases;
        }
    }

    public void Dispose()
    {
        _root.Dispose();
        _parent.Dispose();
    }

    [LinuxTheory, MemberData(nameof(Cases))]
    public void Stream_gives_declared_bytes_or_none(Swap swap, int megabytes)
    {
        var (accessor, bytes) = Create(megabytes);
        using var stream = accessor.Open(_root.Path);
        var head = new byte[100];
        stream.ReadExactly(head);

        Do(swap, bytes);

        using var rest = new MemoryStream();
        if (megabytes > 0 && IsInPlace(swap))
        {
            // The large file stays on the disk: what was changed is seen when it is read.
            Assert.Contains("changed after it was verified", GeneratedAccessor.Refused(() => stream.CopyTo(rest)).Message, StringComparison.Ordinal);
            Assert.Equal(bytes[100..(100 + (int)rest.Length)], rest.ToArray());
        }
        else
        {
            stream.CopyTo(rest);
            Assert.Equal(bytes, head.Concat(rest.ToArray()));
        }
    }

    [LinuxTheory, MemberData(nameof(Cases))]
    public void Path_leads_to_declared_bytes_or_says_that_they_changed(Swap swap, int megabytes)
    {
        var (accessor, bytes) = Create(megabytes);
        using var path = accessor.OpenPath(_root.Path, _parent.Path);

        Do(swap, bytes);

        if (megabytes == 4 && IsInPlace(swap))
        {
            // Held by its handle, not copied: nothing but a second look can tell.
            GeneratedAccessor.Refused(() => accessor.VerifyAgain(path));
        }
        else
        {
            Assert.Equal(bytes, File.ReadAllBytes(accessor.PathOf(path)));
            accessor.VerifyAgain(path);
        }
    }

    [LinuxTheory, MemberData(nameof(Cases))]
    public void What_was_swapped_is_refused_when_it_is_opened_again(Swap swap, int megabytes)
    {
        var (accessor, bytes) = Create(megabytes);
        accessor.Open(_root.Path).Dispose();

        Do(swap, bytes);

        GeneratedAccessor.Refused(() => accessor.Open(_root.Path));
        GeneratedAccessor.Refused(() => accessor.OpenPath(_root.Path, _parent.Path));
    }

    /// <summary>Swaps back and forth while the file is opened, over and over.</summary>
    [LinuxTheory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_race_is_never_won(int megabytes)
    {
        // On a busy machine the attacker gets little time: go on until it was met once.
        const int Rounds = 200, MostRounds = 100_000;
        var (accessor, bytes) = Create(megabytes);
        byte[] other = [.. bytes];
        other[^1] ^= 1;
        var file = _root.PathOf(FilePath);
        using var stop = new CancellationTokenSource();
        var attacked = new TaskCompletionSource();
        var attacker = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                _root.Write("other", i % 2 == 0 ? other : bytes);
                File.Move(_root.PathOf("other"), file, overwrite: true);
                using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                RandomAccess.Write(handle, i % 3 == 0 ? other : bytes, 0);
                attacked.TrySetResult();
            }
        });

        await Task.WhenAny(attacked.Task, attacker);
        int opened = 0, refused = 0;
        for (var i = 0; i < Rounds || (refused == 0 && i < MostRounds); i++)
        {
            try
            {
                using var stream = accessor.Open(_root.Path);
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                Assert.Equal(bytes, copy.ToArray());
                opened++;
            }
            catch (Exception exception) when (exception.GetType().Name == "ModelVerificationException")
            {
                refused++;
            }
        }

        await stop.CancelAsync();
        await attacker;
        Assert.InRange(opened + refused, Rounds, MostRounds);
        Assert.NotEqual(0, refused);
    }

    private (GeneratedAccessor Accessor, byte[] Bytes) Create(int megabytes)
    {
        var bytes = new byte[(megabytes << 20) + 1000];
        new Random(megabytes).NextBytes(bytes);
        _root.Write(FilePath, bytes);
        return (new GeneratedAccessor(TestLock.Model("m", "models/m", ("model.onnx", bytes)), isSmall: true), bytes);
    }

    private static bool IsInPlace(Swap swap) => swap is Swap.WriteInPlace or Swap.WriteInPlaceAndRestoreTime or Swap.Truncate;

    private void Do(Swap swap, byte[] bytes)
    {
        // Every piece of the file is another one.
        byte[] evil = [.. bytes.Select(static b => (byte)~b)];
        var file = _root.PathOf(FilePath);
        switch (swap)
        {
            case Swap.Rename:
                File.Move(_root.Write("evil", evil), file, overwrite: true);
                break;
            case Swap.Link:
                File.Delete(file);
                File.CreateSymbolicLink(file, _root.Write("evil", evil));
                break;
            case Swap.LinkedFolder:
                _root.Write("evil/m/model.onnx", evil);
                Directory.Move(_root.PathOf("models"), _root.PathOf("away"));
                Directory.CreateSymbolicLink(_root.PathOf("models"), _root.PathOf("evil"));
                break;
            case Swap.Delete:
                File.Delete(file);
                break;
            case Swap.Truncate:
                using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                    RandomAccess.SetLength(handle, 10);
                break;
            default:
                var time = File.GetLastWriteTimeUtc(file);
                using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                    RandomAccess.Write(handle, evil, 0);
                if (swap == Swap.WriteInPlaceAndRestoreTime)
                    File.SetLastWriteTimeUtc(file, time);
                break;
        }
    }
}
