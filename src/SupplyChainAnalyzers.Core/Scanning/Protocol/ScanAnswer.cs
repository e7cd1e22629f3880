using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>
/// Checks one process's events against what was asked, in order: a scanner that skips, repeats, invents or goes on
/// talking has lost its mind or its independence, and nothing it said counts. Not thread-safe.
/// </summary>
internal sealed class ScanAnswer(string nonce, IReadOnlyList<ScanFile> files, Action<ScanFile, long>? progress = null, string job = Jobs.Scan)
{
    private readonly bool _converts = job == Jobs.Convert;
    private readonly bool _lists = job is Jobs.Inspect or Jobs.VerifySignature;
    private readonly bool _behaves = job == Jobs.Behavior;
    private readonly bool _reads = job == Jobs.Sources;
    private readonly List<ScanResult> _results = [];
    private readonly LineSplitter _lines = new(Wire.MaxEvent, Wire.MaxOutput);
    private IReadOnlyList<string> _missing = [];
    private readonly List<ConvertedTensor> _tensors = [];
    private readonly List<LeftOut> _left = [];
    private List<ListingLine> _listing = [];
    private readonly List<BehaviorPicture> _pictures = [];
    private BehaviorReport? _behavior;
    private long _bytes;
    private bool _done;

    /// <summary>Whether the scanner came as far as its work. Before that only our own code has run.</summary>
    public bool SaidHello { get; private set; }

    /// <summary>Hello and results so far: what the clock is measured by. Progress is not among them, it could go on for ever.</summary>
    public int Steps => _results.Count + (SaidHello ? 1 : 0);

    /// <summary>Results of the first files, in order.</summary>
    public IReadOnlyList<ScanResult> Results => _results;

    /// <summary>What broke the protocol; null while all is well.</summary>
    public string? Violation { get; private set; }

    /// <summary>Whether all was said, as agreed.</summary>
    public bool IsComplete => _done && Violation is null && !_lines.HasRest;

    /// <summary>Takes the next bytes of the scanner's output; false once the protocol is broken.</summary>
    public bool Add(byte[] bytes, int count)
    {
        if (Violation is null && !_lines.Add(bytes, count, Accept))
            Break("it wrote more than the protocol allows");

        return Violation is null;
    }

    private void Accept(byte[] line)
    {
        if (Violation is not null)
            return;

        var scanEvent = ScanEventReader.Read(line, out var error);
        if (scanEvent is null)
            Break($"it wrote a line that is no event ({error}): {Printable.Of(Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, Printable.MaxLength)), 80)}");
        else if (scanEvent.Nonce != nonce)
            Break("it does not repeat the nonce of the request");
        else if (_done)
            Break("it went on after its end");
        else
            Apply(scanEvent);
    }

    private void Apply(ScanEvent scanEvent)
    {
        switch (scanEvent)
        {
            case ScanEvent.Hello hello when hello.Protocol != Wire.Version:
                Break($"scanner {Printable.Of(hello.Version)} speaks protocol {hello.Protocol}, this build speaks {Wire.Version}");
                break;
            case ScanEvent.Hello hello when !SaidHello:
                SaidHello = true;
                _missing = [.. Isolation.All.Except(hello.Isolation)];
                break;
            case ScanEvent.Progress step when IsCurrent(step.Id) && step.Bytes >= _bytes:
                _bytes = step.Bytes;
                progress?.Invoke(files[_results.Count], step.Bytes);
                break;
            case ScanEvent.Listed listed when _lists && IsCurrent(listed.Id) && _listing.Count < Wire.MaxLines:
                _listing.Add(listed.Line);
                break;
            case ScanEvent.Behavior behavior when _behaves && _behavior is null && IsCurrent(behavior.Id) && BehaviorReportText.Read(behavior.Report) is { } report:
                _behavior = report;
                break;
            case ScanEvent.Picture picture when _behaves && IsCurrent(picture.Id) && _pictures.Count < Wire.MaxPictures && !_pictures.Exists(other => other.Name == picture.Image.Name):
                _pictures.Add(picture.Image);
                break;
            case ScanEvent.Result result when _behaves && _behavior is not null && IsCurrent(result.Id) && result.Findings.All(finding => ReportedFinding.Belongs(finding.Rule, job)):
                var about = ScanResults.From(files[_results.Count], result);
                Next(about.Answered ? about with { Behavior = _behavior with { Pictures = [.. _pictures] } } : about);
                break;
            case ScanEvent.Source source when _reads && IsCurrent(source.Id):
                Next(new ScanResult { File = files[_results.Count], Source = source.Report });
                break;
            case ScanEvent.Result result when !_converts && !_behaves && !_reads && IsCurrent(result.Id) && result.Findings.All(finding => ReportedFinding.Belongs(finding.Rule, job)):
                Next(ScanResults.From(files[_results.Count], result));
                break;
            case ScanEvent.Refused refused when IsCurrent(refused.Id):
                Next(ScanResults.From(files[_results.Count], refused));
                break;
            case ScanEvent.Tensor tensor when _converts && IsCurrent(tensor.Id):
                _tensors.Add(new ConvertedTensor(tensor.Name, tensor.Type, tensor.Shape, tensor.Sha256));
                break;
            case ScanEvent.Left left when _converts && IsCurrent(left.Id):
                _left.Add(new LeftOut(left.Name, left.What));
                break;
            case ScanEvent.Converted converted when _converts && IsCurrent(converted.Id):
                Next(ScanResults.From(files[_results.Count], converted, _tensors, _left));
                break;
            case ScanEvent.Unconverted unconverted when _converts && IsCurrent(unconverted.Id):
                Next(ScanResults.From(files[_results.Count], unconverted, _left));
                break;
            case ScanEvent.Done done when SaidHello && _results.Count == files.Count && done.Count == files.Count:
                _done = true;
                break;
            default:
                Break($"it sent a {scanEvent.GetType().Name.ToLowerInvariant()} that does not belong after {_results.Count} of {files.Count} results");
                break;
        }
    }

    private bool IsCurrent(long id) => SaidHello && id == _results.Count && id < files.Count;

    private void Next(ScanResult result)
    {
        _results.Add(_missing.Count == 0 && _listing.Count == 0 ? result : result with { MissingIsolation = _missing, Listing = _listing });
        _listing = [];
        _bytes = 0;
    }

    private void Break(string violation) => Violation ??= violation;
}
