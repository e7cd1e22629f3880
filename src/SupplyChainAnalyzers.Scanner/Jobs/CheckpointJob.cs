using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>Looks at weights that nothing here runs: safetensors and GGUF, whole models and adapters, alone or against what they were made from.</summary>
internal sealed class CheckpointJob(string nonce, BehaviorQuestion question, Action<double> progress)
{
    private readonly List<HashedFile> _files = [];
    private readonly List<BehaviorInput> _inputs = [];

    /// <summary>Whether a file's first bytes say that it holds weights and no graph.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Takes(string path)
    {
        using var file = ScanJob.Open(path);
        var head = new byte[FormatSniffer.HeadLength];
        return CheckpointReader.Reads(FormatSniffer.Sniff(head, RandomAccess.Read(file, head, 0), RandomAccess.GetLength(file)));
    }

    /// <summary>What there is to say, in the order it is to be said; the last event is the result.</summary>
    /// <exception cref="BehaviorInputException">A file cannot be used.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<ScanEvent> Run()
    {
        try
        {
            if (question.Record)
                throw new BehaviorInputException("it is not run here, so it has no outputs that could be recorded");

            var parts = Parts(question.Model);
            var model = CheckpointReader.Read(Open(parts), "the model");
            var beside = TextsBeside.Read(question, question.Model, "", _inputs);
            (Checkpoint, Companions)? reference = question.Reference is { } path ? (CheckpointReader.Read(Open(Parts(path)), "the reference"), TextsBeside.Read(question, path, BehaviorInput.OfReference, _inputs)) : null;
            var report = CheckpointRun.Of(new CheckpointContext(model, beside, reference, question.Parameters), question.Tier, question.Checks, progress);

            // Only now, when nothing is read any more.
            string[] digests = [.. _files.Select(static file => file.Finish())];
            if (reference is not null)
                _inputs.Insert(0, new BehaviorInput("reference", digests[parts.Count + Parts(question.Reference!).IndexOf(question.Reference!)]));
            if (digests.Length > (reference is null ? 1 : 2))
                _inputs.Add(new BehaviorInput(BehaviorInput.Parts, Hex.Of(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', digests))))));
            report = report with { Inputs = _inputs };
            var named = parts.IndexOf(question.Model);
            return
            [
                new ScanEvent.Behavior(nonce, 0, BehaviorReportText.Write(report)),
                new ScanEvent.Result(nonce, 0, digests[named], _files[named].Length, model.Format, BehaviorFindings.Of(report)),
            ];
        }
        catch (FileChangedException)
        {
            return [ScanJob.Refusal(nonce, 0, Rules.FileChanging, "changed while it was checked; wait until nothing writes to it, then run this again")];
        }
        finally
        {
            _files.ForEach(static file => file.Dispose());
        }
    }

    private List<string> Parts(string path) => [.. ModelParts.Of(path).Where(part => part == path || question.Beside.Contains(part))];

    private List<ByteSource> Open(IReadOnlyList<string> paths)
    {
        var opened = paths.Select(static path => new HashedFile(ScanJob.Open(path))).ToList();
        _files.AddRange(opened);
        return [.. opened];
    }
}
