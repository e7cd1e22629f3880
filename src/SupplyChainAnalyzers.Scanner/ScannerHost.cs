using System.Reflection;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Scanner.Jobs;
using SupplyChainAnalyzers.Scanner.Sandbox;
using Work = SupplyChainAnalyzers.Core.Scanning.Protocol.Jobs;

namespace SupplyChainAnalyzers.Scanner;

/// <summary>Reads one request, answers it file by file, ends. The protocol's other side is Core/Scanning.</summary>
internal static class ScannerHost
{
    /// <summary>The request was no request, or one for another version.</summary>
    public const int BadRequest = 65; // EX_DATAERR of sysexits.h, as are the others

    /// <summary>A fault of ours.</summary>
    public const int InternalError = 70;

    /// <summary>The launcher is gone.</summary>
    public const int Abandoned = 75;

    public static int Run(string[] args, Stream input, Stream output)
    {
        var (isolation, line) = Confinement.IsSecondStage(args) ? Confinement.Continue(args) : First(RequestLine.Read(input));
        if (ScanRequest.Read(line, out var error) is not { } request)
            return Refuse("the request cannot be understood: " + error);
        if (request.Job is not (Work.Scan or Work.Inspect or Work.Convert or Work.VerifySignature or Work.Behavior or Work.Sources))
            return Refuse($"job '{request.Job}' is unknown");
        if ((request.Job == Work.Convert) != (request.Output is not null) || (request.Output is not null && request.Paths.Count != 1))
            return Refuse("a conversion has one file and one output, nothing else has an output");
        var question = request.Job == Work.VerifySignature ? SignatureQuestionText.Read(request.Question ?? "") : null;
        if (request.Job == Work.VerifySignature && (request.Paths.Count != 1 || question is null))
            return Refuse("a signature has one file and one question");

        if (request.Job == Work.Sources && SourceQuestionText.Read(request.Question ?? "") is null)
            return Refuse("sources have one question");
        if (request.Job == Work.Behavior && (request.Paths.Count != 1 || BehaviorQuestionText.Read(request.Question ?? "") is null))
            return Refuse("a behaviour has one model and one question");

        LauncherWatch.Start(input);
        Answer(request, question, isolation, output);
        return 0;
    }

    private static (IReadOnlyList<string> Isolation, byte[] Line) First(byte[] line) => (Confinement.Enter(line), line);

    private static void Answer(ScanRequest request, SignatureQuestion? question, IReadOnlyList<string> isolation, Stream output)
    {
        Send(output, new ScanEvent.Hello(request.Nonce, Wire.Version, Version, isolation));
        foreach (var said in Answers(request, question, (id, bytes) => Send(output, new ScanEvent.Progress(request.Nonce, id, bytes)), (id, line) => Send(output, new ScanEvent.Listed(request.Nonce, id, line))))
            Send(output, said);

        Send(output, new ScanEvent.Done(request.Nonce, request.Paths.Count));
    }

    private static IEnumerable<ScanEvent> Answers(ScanRequest request, SignatureQuestion? question, Action<long, long> progress, Action<long, ListingLine> list)
    {
        switch (request.Job)
        {
            case Work.Convert:
                return ConvertJob.Run(request, bytes => progress(0, bytes));
            case Work.VerifySignature:
                return [new SignatureJob(request.Nonce, question!, line => list(0, line), bytes => progress(0, bytes)).Run()];
            case Work.Sources:
                var sources = new SourceJob(request.Nonce, SourceQuestionText.Read(request.Question!)!);
                return request.Paths.Select((path, id) => sources.Run(id, path));
            case Work.Behavior:
                return new BehaviorJob(request.Nonce, BehaviorQuestionText.Read(request.Question!)!, Steps(share => progress(0, share))).Run();
            default:
                var job = new ScanJob(request.Nonce, progress, request.Job == Work.Inspect ? list : null);
                return request.Paths.Select((path, id) => job.Run(id, path));
        }
    }

    // In thousandths, and each once: checks have many steps.
    private static Action<double> Steps(Action<long> progress)
    {
        var last = 0L;
        return share =>
        {
            if ((long)(share * 1000) is var step && step > last)
                progress(last = step);
        };
    }

    private static void Send(Stream output, ScanEvent scanEvent)
    {
        // Progress comes from the threads that read.
        lock (output)
        {
            output.Write(ScanEventWriter.ToLine(scanEvent));
            output.Flush();
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return BadRequest;
    }

    private static string Version => typeof(ScannerHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
