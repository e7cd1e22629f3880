using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Knows what every worker is at, on disk, so that an input that ends the process (no stack, no memory) is known afterwards. An input
/// that never ends does end the process, and is known the same way.
/// </summary>
internal sealed class ScannerFuzzWatch : IDisposable
{
    private const int RecordLength = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // a loaded machine may sleep for seconds

    private readonly string _path;
    private readonly FileStream _file;
    private readonly long[] _started;
    private readonly Timer _timer;
    private readonly ConcurrentStack<int> _free;

    public ScannerFuzzWatch(string folder, int workers)
    {
        _path = Path.Combine(folder, "at-work");
        Died = File.Exists(_path) ? [.. Records(File.ReadAllText(_path))] : [];
        _file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.SetLength(workers * RecordLength);
        _started = new long[workers];
        _free = new ConcurrentStack<int>(Enumerable.Range(0, workers));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(_path); // somebody stopped it: no input did
        _timer = new Timer(_ => Look(), null, Patience, TimeSpan.FromSeconds(1));
    }

    /// <summary>What was at work when an earlier run ended without an end.</summary>
    public IReadOnlyList<(string Name, long Number)> Died { get; }

    /// <summary>A worker's number until it leaves.</summary>
    public int Enter() => _free.TryPop(out var worker) ? worker : throw new InvalidOperationException("more workers than processors");

    public void Begin(int worker, string name, long number)
    {
        RandomAccess.Write(_file.SafeFileHandle, System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {number}").PadRight(RecordLength - 1) + "\n"), worker * RecordLength);
        Volatile.Write(ref _started[worker], Stopwatch.GetTimestamp());
    }

    public void Leave(int worker)
    {
        Volatile.Write(ref _started[worker], 0);
        RandomAccess.Write(_file.SafeFileHandle, new byte[RecordLength], worker * RecordLength);
        _free.Push(worker);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }

    private static IEnumerable<(string, long)> Records(string text) =>
        from line in text.Split('\n')
        let fields = line.Trim('\0', ' ').Split(' ')
        where fields.Length == 2
        select (fields[0], long.Parse(fields[1], CultureInfo.InvariantCulture));

    private void Look()
    {
        for (var worker = 0; worker < _started.Length; worker++)
        {
            if (Volatile.Read(ref _started[worker]) is > 0 and var start && Stopwatch.GetElapsedTime(start) > Patience)
                Environment.FailFast($"an input of worker {worker} does not end; start again to have it saved");
        }
    }
}
