using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Launching;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>
/// Has files inspected by the scanner process. A file that crashes it, hangs it or turns it against us costs its own
/// answer: the others are asked for again without it.
/// </summary>
public static class ScannerClient
{
    /// <summary>Processes that may fail in one scan; who brings more hostile files than that gets SCA0002 for all the rest.</summary>
    private const int MaxFaults = 32;

    /// <summary>
    /// One result for each file, in their order. Never throws but for cancellation: what goes wrong is SCA0002, or SCA0003
    /// where no .NET runtime can run the scanner. Safe to call from several threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public static IReadOnlyList<ScanResult> Scan(IReadOnlyList<ScanFile> files, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ScanRun(files, options, new ScannerWork(Jobs.Scan), MaxFaults, cancellationToken).Results();
    }

    /// <summary>As <see cref="Scan"/>, for one file, with what is in it in words.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public static ScanResult Inspect(ScanFile file, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ScanRun([file], options, new ScannerWork(Jobs.Inspect), MaxFaults, cancellationToken).Results()[0];
    }

    /// <summary>
    /// Has the signature of a model verified, by the scanner process and without a network. The result is about the bundle; its findings are of
    /// 50xx, its listing says who signed. No finding but messages: valid. Never throws but for cancellation.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public static ScanResult VerifySignature(SignatureQuestion question, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new ScannerWork(Jobs.VerifySignature, Tree: question.Model, Question: SignatureQuestionText.Write(question));
        return new ScanRun([new ScanFile(question.Bundle, question.BundleSha256, question.Name)], options, work, MaxFaults, cancellationToken).Results()[0];
    }

    /// <summary>
    /// Has scripts, container files and settings read, which say what models and packages are used. One for each file that a reader takes,
    /// in their order. Never throws but for cancellation: a file without an answer has SCA0002 or SCA0003 as its only finding.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public static IReadOnlyList<SourceFile> ReadSources(IReadOnlyList<ScanFile> files, SourceQuestion question, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new SourceRun(question, options, MaxFaults, cancellationToken).Read(files);
    }

    /// <summary>
    /// Has the tensors of a file copied to a new safetensors file, by the scanner process: nothing is unpickled, every tensor is read back
    /// and compared, and only then the file gets its name, in one step. Never throws but for cancellation.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process and no file is left.</exception>
    public static Conversion Convert(ConversionRequest request, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ConversionRun(request, options, cancellationToken).Result();
    }

    /// <summary>
    /// Has a model run and its behaviour checked, by a scanner process of its own. Never throws but for cancellation: a model that crashes,
    /// hangs or uses up its memory is a finding about it.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public static ScanResult CheckBehavior(BehaviorQuestion question, ScannerOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new BehaviorRun(question, options, cancellationToken).Result();
    }
}
