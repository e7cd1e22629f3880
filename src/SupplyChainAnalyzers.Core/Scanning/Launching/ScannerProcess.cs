using System.ComponentModel;
using System.Diagnostics;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>One scanner process from its start to its certain end.</summary>
internal sealed class ScannerProcess
{
    /// <summary>
    /// The end of the pipes wakes us, the end of the process is asked for: its event comes on a pool thread, late in a
    /// busy build, and holds a lock that asking takes as well. So we ask often once the pipes have ended …
    /// </summary>
    private static readonly TimeSpan DrainStep = TimeSpan.FromMilliseconds(5);

    /// <summary>… and seldom before: they outlive the process only when something else holds them.</summary>
    private static readonly TimeSpan WorkStep = TimeSpan.FromSeconds(1);

    private readonly object _gate = new(); // guards the answer and the pumps; pulsed when anything changes
    private readonly IReadOnlyList<ScanFile> _files;
    private readonly Deadline _deadline;
    private readonly ScanAnswer _answer;
    private readonly LastWords _lastWords = new();
    private readonly byte[] _request;
    private readonly ScannerOptions _options;

    /// <param name="options">How it is started.</param>
    /// <param name="work">What is to be done with the files.</param>
    /// <param name="files">What it is asked for.</param>
    /// <param name="deadline">Of all processes together.</param>
    public ScannerProcess(ScannerOptions options, ScannerWork work, IReadOnlyList<ScanFile> files, Deadline deadline)
    {
        _files = files;
        _deadline = deadline;
        _options = options;
        var nonce = Nonce.Create();
        _answer = new ScanAnswer(nonce, files, options.Progress, work.Job);
        _request = new ScanRequest(nonce, work.Job, options.MemoryLimit, [.. files.Select(static file => file.Path)], work.Output, work.TensorsOnly, work.Tree, work.Question, work.Beside).ToLine();
    }

    /// <exception cref="OperationCanceledException">Cancelled; the process is gone.</exception>
    public ScannerOutcome Run(CancellationToken cancellationToken)
    {
        if (!File.Exists(_options.ScannerPath))
            return Failed(ScannerFault.NotStarted, $"there is none at '{Printable.Path(_options.ScannerPath)}'");

        try
        {
            using var folder = new PrivateFolder(_options.TemporaryFolder);
            using var process = new Process { StartInfo = ScannerStart.Create(_options, folder.Path) };
            _deadline.NextStep();
            if (Start(process) is { } reason)
                return Failed(ScannerFault.Unavailable, $"'{Printable.Path(_options.DotnetPath)}' cannot be started: {reason}");

            return Attend(process, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(ScannerFault.NotStarted, "it could not be started or watched: " + Printable.Of(e.Message));
        }
    }

    private static string? Start(Process process)
    {
        try
        {
            process.Start();
            return null;
        }
        catch (Win32Exception e)
        {
            return Printable.Of(e.Message);
        }
    }

    private ScannerOutcome Attend(Process process, CancellationToken cancellationToken)
    {
        var id = process.Id;
        var input = process.StandardInput.BaseStream;
        var output = new OutputPump(process.StandardOutput.BaseStream, Answer, Pulse);
        var errors = new OutputPump(process.StandardError.BaseStream, Listen, Pulse);
        new Thread(() => Ask(input)) { IsBackground = true, Name = "SupplyChain scanner input" }.Start();
        using var registration = cancellationToken.Register(Pulse);
        try
        {
            var failure = Wait(process, output, errors, cancellationToken);
            if (failure is null)
                return Ended(process.ExitCode);

            ProcessTree.Kill(process, id);
            WaitForPumps(output, errors);
            return failure;
        }
        finally
        {
            ProcessTree.KillIfRunning(process, id);
            Close(input);
        }
    }

    // Null once the process has ended and its pipes are empty.
    private ScannerOutcome? Wait(Process process, OutputPump output, OutputPump errors, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var steps = 0;
            Stopwatch? draining = null;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_answer.Violation is { } violation)
                    return Failed(ScannerFault.Untrusted, violation);
                if (errors.Ended && _lastWords.TooMany)
                    return Failed(ScannerFault.Untrusted, "it wrote more errors than anybody reads");
                if ((output.Error ?? errors.Error) is { } error)
                    return Failed(ScannerFault.Untrusted, "its output could not be read: " + Printable.Of(error.Message));

                var exited = process.HasExited;
                if (exited && output.Ended && errors.Ended)
                    return null;

                if (_answer.Steps > steps)
                {
                    steps = _answer.Steps;
                    _deadline.NextStep();
                }

                if (exited || output.Ended || _answer.IsComplete)
                    draining ??= Stopwatch.StartNew();

                var left = draining is null ? _deadline.Left(StepTime()) : _options.DrainTime - draining.Elapsed;
                if (left <= TimeSpan.Zero)
                    return Late(draining is not null);

                var wait = draining is null ? WorkStep : DrainStep;
                Monitor.Wait(_gate, left < wait ? left : wait);
            }
        }
    }

    private ScannerOutcome Late(bool draining)
    {
        if (draining)
            return Failed(ScannerFault.Untrusted, "it left something running after its end");

        var limit = _deadline.IsOver ? _deadline.Whole : StepTime();
        return Failed(_answer.SaidHello ? ScannerFault.TimedOut : ScannerFault.NotStarted, FormattableString.Invariant($"it was stopped after {limit.TotalSeconds:0.#} s"));
    }

    private TimeSpan StepTime() => _answer.SaidHello ? _deadline.For(_files[Math.Min(_answer.Results.Count, _files.Count - 1)]) : _options.StartTimeout;

    private ScannerOutcome Ended(int exitCode)
    {
        if (!_answer.SaidHello)
            return ScannerStart.IsRuntimeMissing(exitCode)
                ? Failed(ScannerFault.Unavailable, "the scanner found no .NET runtime it can run on")
                : Failed(ScannerFault.NotStarted, $"it ended with exit code {exitCode} before its work");
        if (exitCode != 0)
            return Failed(_answer.IsComplete ? ScannerFault.Untrusted : ScannerFault.Crashed, $"it crashed with exit code {exitCode}");

        return _answer.IsComplete
            ? new ScannerOutcome(_answer.Results, _files.Count, ScannerFault.None)
            : Failed(ScannerFault.Untrusted, "it ended before it had answered");
    }

    private ScannerOutcome Failed(ScannerFault fault, string message) => new(
        fault is ScannerFault.Crashed or ScannerFault.TimedOut ? _answer.Results : [],
        Math.Min(_answer.Results.Count, _files.Count - 1),
        fault,
        message,
        _lastWords);

    private void Ask(Stream input)
    {
        try
        {
            // It stays open: its end tells the scanner that nobody waits any more.
            input.Write(_request, 0, _request.Length);
            input.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process ended before it read everything; what it wrote says why.
        }
    }

    private bool Answer(byte[] bytes, int count)
    {
        lock (_gate)
        {
            var more = _answer.Add(bytes, count);
            Monitor.PulseAll(_gate);
            return more;
        }
    }

    private bool Listen(byte[] bytes, int count) => _lastWords.Add(bytes, count);

    private void Pulse()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private void WaitForPumps(OutputPump output, OutputPump errors)
    {
        var clock = Stopwatch.StartNew();
        lock (_gate)
        {
            while (!(output.Ended && errors.Ended) && clock.Elapsed < _options.DrainTime)
                Monitor.Wait(_gate, WorkStep);
        }
    }

    private static void Close(Stream input)
    {
        try
        {
            input.Dispose();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }
}
