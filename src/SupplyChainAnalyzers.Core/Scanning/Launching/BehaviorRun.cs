using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// One model in one process of its own, with memory and time by its size and tier. Native code runs what the model says, so a model can crash
/// it, hang it or use up its memory: that is a finding about the model and says nothing about others.
/// </summary>
internal sealed class BehaviorRun(BehaviorQuestion question, ScannerOptions options, CancellationToken cancellationToken)
{
    /// <summary>What a small model's gradients take, with the runtime's own.</summary>
    private const long LeastMemory = 1L << 30;

    /// <summary>Weights, the runtime's packed copy of them, the backward graph's, activations.</summary>
    private const long MemoryPerByte = 6;

    public ScanResult Result()
    {
        var file = new ScanFile(question.Model, Name: question.Name);
        var own = options with
        {
            MemoryLimit = Math.Max(LeastMemory, MemoryPerByte * question.AllFiles.Sum(SizeOf)),
            FileTimeout = question.Budget ?? Budget,
            Timeout = (question.Budget ?? Budget) + options.StartTimeout, // a slow start is no fault of the model
        };
        var work = new ScannerWork(Jobs.Behavior, Question: BehaviorQuestionText.Write(question), Beside: [.. question.AllFiles.Skip(1)]);
        var outcome = new ScannerProcess(own, work, [file], new Deadline(own, [file])).Run(cancellationToken);
        if (outcome.Results.Count == 1 && outcome.Fault == ScannerFault.None)
            return outcome.Results[0];

        var words = outcome.LastWords?.Shown() ?? "";
        return outcome.Fault switch
        {
            ScannerFault.Unavailable => ScanResults.Unavailable(file, outcome.Message),
            ScannerFault.NotStarted => ScanResults.NotStarted(file, outcome.Message, words),
            ScannerFault.Crashed => Failed(file, outcome.Message + ", by itself or because it used more memory than a model of its size should"),
            ScannerFault.TimedOut => Failed(file, $"it took more than {own.FileTimeout.TotalSeconds:0} s"),
            _ => ScanResults.Failed(file, outcome.Message, words),
        };
    }

    private TimeSpan Budget => question.Tier switch
    {
        Policy.BehaviorTier.Fast => TimeSpan.FromMinutes(2),
        Policy.BehaviorTier.Standard => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromHours(2),
    };

    private static ScanResult Failed(ScanFile file, string fault) => new()
    {
        File = file,
        Findings =
        [
            new Finding(Rules.ModelRunFailed, Printable.Message($"'{file.Shown}' could not be run: {fault}. Do not use it before you know why; a higher tier's budget gives it more time"))
            {
                Subject = file.Path,
            },
        ],
    };

    private static long SizeOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return 0; // the scanner will say what is wrong with it
        }
    }
}
