using System.Diagnostics;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>Time for all files, and for each step: the start, then each file. Large files get more of both.</summary>
internal sealed class Deadline
{
    /// <summary>Bytes a second that any disk worth scanning from gives.</summary>
    private const double SlowestDisk = 16 << 20;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan _whole;
    private readonly TimeSpan _file;
    private TimeSpan _stepStart;

    public Deadline(ScannerOptions options, IEnumerable<ScanFile> files)
    {
        _file = options.FileTimeout;
        _whole = options.Timeout + Reading(files.Sum(static file => (double)SizeOf(file)));
    }

    public TimeSpan Whole => _whole;

    /// <summary>Whether no time is left at all.</summary>
    public bool IsOver => _clock.Elapsed >= _whole;

    /// <summary>A step is done, the next one begins.</summary>
    public void NextStep() => _stepStart = _clock.Elapsed;

    /// <summary>The time one file may take.</summary>
    public TimeSpan For(ScanFile file) => _file + Reading(SizeOf(file));

    /// <summary>The time left for a step that may take <paramref name="step"/>, never negative.</summary>
    public TimeSpan Left(TimeSpan step)
    {
        var end = _stepStart + step;
        var left = (end < _whole ? end : _whole) - _clock.Elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static TimeSpan Reading(double bytes) => TimeSpan.FromSeconds(bytes / SlowestDisk);

    private static long SizeOf(ScanFile file)
    {
        try
        {
            return new FileInfo(file.Path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return 0; // the scanner will say what is wrong with it
        }
    }
}
