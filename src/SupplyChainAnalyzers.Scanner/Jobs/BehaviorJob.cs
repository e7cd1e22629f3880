using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Golden;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Suite;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>
/// Runs one model and says how it behaves. The only job in which native code works on what a file says, so it has its process for itself.
/// </summary>
internal sealed class BehaviorJob(string nonce, BehaviorQuestion question, Action<double> progress)
{
    private readonly List<BehaviorInput> _inputs = [];

    /// <summary>What there is to say, in the order it is to be said; the last event is the result.</summary>
    public IReadOnlyList<ScanEvent> Run()
    {
        try
        {
            if (CheckpointJob.Takes(question.Model))
                return new CheckpointJob(nonce, question, progress).Run();

            var model = ReadAll(question.Model);
            var sha256 = Hex.Of(SHA256.HashData(model));
            var report = Report(model, sha256) with { Inputs = _inputs };
            return
            [
                new ScanEvent.Behavior(nonce, 0, BehaviorReportText.Write(report)),
                .. report.Pictures.Select(picture => new ScanEvent.Picture(nonce, 0, picture)),
                new ScanEvent.Result(nonce, 0, sha256, model.Length, ModelFormats.Onnx, BehaviorFindings.Of(report)),
            ];
        }
        catch (BehaviorInputException e)
        {
            return [ScanJob.Refusal(nonce, 0, Rules.FileUnreadable, "was not checked: " + Printable.Message(e.Message))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [ScanJob.Refusal(nonce, 0, Rules.FileUnreadable, "could not be read by the scanner: " + e.Message)];
        }
    }

    private BehaviorReport Report(byte[] model, string sha256)
    {
        // Before anything native sees it.
        if (ModelGate.Refusal(model, mayBeSplit: true) is { } refusal)
            return BehaviorFindings.NotRun(question.Tier, refusal);

        try
        {
            _ = OnnxEngine.Version;
        }
        catch (OnnxUnavailableException e)
        {
            return BehaviorFindings.Unavailable(question.Tier, e.Message);
        }

        var (inputs, labels) = (Input("probe", question.Probe), Input("labels", question.Labels));
        var probe = inputs is null ? null : ProbeReader.Read(new MemorySource(inputs), labels is null ? null : new MemorySource(labels));
        var (reference, original) = (Other("reference", question.Reference), Other("original", question.Original));
        var suspects = Input("inputs", question.Suspects) is { } some ? ProbeReader.Read(new MemorySource(some), null) : null;
        var training = Input("training", question.Training) is { } data ? TrainingReader.Read(new MemorySource(data)) : null;
        var recorded = Input("golden", question.Golden);
        var replies = recorded is null ? null : RecordedReplies.Read(recorded);
        var golden = recorded is null || replies is not null ? null : GoldenText.Read(recorded);
        var (prompts, phrases) = (Input("prompts", question.Prompts), Input("phrases", question.Phrases));
        using var context = new BehaviorContext(model, string.Join('|', _inputs.Select(static input => input.Sha256).Prepend(sha256)), question.Parameters)
        {
            Folder = Path.GetDirectoryName(question.Model),
            Probe = probe,
            ProbeSha256 = _inputs.Find(static input => input.Role == "probe")?.Sha256,
            Reference = reference,
            Original = original,
            Suspects = suspects,
            Training = training,
            Golden = golden,
            Replies = replies,
            Prompts = prompts is null ? null : PromptFile.Read(prompts, "prompts"),
            Phrases = phrases is null ? null : PromptFile.Read(phrases, "phrases"),
            WantsPictures = question.Pictures,
        };
        if (context.Kind != ModelKind.Numbers)
        {
            context.Beside = TextsBeside.Read(question, question.Model, "", _inputs);
            if (question.Reference is { } path)
                context.ReferenceBeside = TextsBeside.Read(question, path, BehaviorInput.OfReference, _inputs);
        }

        var report = BehaviorRun.Of(context, question.Tier, question.Checks, progress);
        if (question.Suite)
            report = report with { Suite = Suite(context) };
        return question.Record ? Recorded(context, report) : report;
    }

    private IReadOnlyList<SuiteResult> Suite(BehaviorContext context)
    {
        try
        {
            return SuiteRun.Of(context, progress);
        }
        catch (Exception e) when (e is CheckSkippedException or OnnxException)
        {
            throw new BehaviorInputException("no suite was run: " + e.Message);
        }
    }

    private static BehaviorReport Recorded(BehaviorContext context, BehaviorReport report)
    {
        try
        {
            if (context.Kind == ModelKind.Language)
                return report with { Golden = ReplyRecorder.Record(context.Language, context.Prompts ?? throw new CheckSkippedException("there are no prompts to record replies to")).Write() };

            return report with { Golden = GoldenText.Write(GoldenRecorder.Record(context.Session, context.Probe, context.ProbeSha256)) };
        }
        catch (Exception e) when (e is CheckSkippedException or OnnxException)
        {
            throw new BehaviorInputException("its outputs cannot be recorded: " + e.Message);
        }
    }

    private OtherModel? Other(string role, string? path) => Input(role, path) is not { } model ? null
        : ModelGate.Refusal(model, mayBeSplit: true) is { } refusal ? throw new BehaviorInputException($"the {role} model is not run: {refusal}")
        : new OtherModel(model, Path.GetDirectoryName(path));

    private byte[]? Input(string role, string? path)
    {
        if (path is null)
            return null;

        var bytes = ReadAll(path);
        _inputs.Add(new BehaviorInput(role, Hex.Of(SHA256.HashData(bytes))));
        return bytes;
    }

    private static byte[] ReadAll(string path) => WholeFile.Read(path, OnnxEngine.MaxModel, "models of that size keep their tensors in files beside them");
}
