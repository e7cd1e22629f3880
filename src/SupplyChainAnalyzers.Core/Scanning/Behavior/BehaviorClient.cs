using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Caching;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>
/// Has models run, each content once: what came of it is remembered in the user's profile, for build and command line alike, under the digests of
/// the model and all it was checked with, the parameters, and the scanner.
/// </summary>
/// <param name="options">What runs them.</param>
/// <param name="folder">Absolute folder of what is remembered; null remembers nothing (CI, <c>--full</c>).</param>
/// <param name="digests">Remembers digests of the scanner's own files; null reads them.</param>
public sealed class BehaviorClient(ScannerOptions options, string? folder, HashCache? digests)
{
    private readonly BehaviorCache? _cache = folder is null ? null : new BehaviorCache(folder);
    private string? _engine;

    /// <summary>What is known of a model, without running anything; null when that is nothing.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="known">SHA-256 by absolute path: of the model and every file beside it.</param>
    public ScanResult? Remembered(BehaviorQuestion question, IReadOnlyDictionary<string, string> known) =>
        _cache is not null && KeyOf(question, known) is { } key ? _cache.Find(FileOf(question, known), key) : null;

    /// <summary>
    /// Runs the model, and remembers what came of it. An answer about other bytes than the known ones is none. Never throws but for cancellation.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="known">SHA-256 by absolute path: of the model and every file beside it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled; no process is left.</exception>
    public ScanResult Run(BehaviorQuestion question, IReadOnlyDictionary<string, string> known, CancellationToken cancellation)
    {
        var file = FileOf(question, known);
        var result = ScannerClient.CheckBehavior(question, options, cancellation) with { File = file };
        if (result.Answered && Other(question, known, result) is { } other)
        {
            return new ScanResult
            {
                File = file,
                Findings = [new Finding(Rules.FileChanging, $"'{file.Shown}' was not checked: {other} changed meanwhile; wait until nothing writes to it, then run this again") { Subject = file.Path }],
            };
        }

        if (_cache is not null && KeyOf(question, known) is { } key)
            _cache.Put(result, key);
        return result;
    }

    private static ScanFile FileOf(BehaviorQuestion question, IReadOnlyDictionary<string, string> known) => new(question.Model, known[question.Model], question.Name);

    // The scanner says what it read; the key must say the same.
    private static string? Other(BehaviorQuestion question, IReadOnlyDictionary<string, string> known, ScanResult result)
    {
        if (result.Sha256 != known[question.Model])
            return "the model";

        return (from input in question.Inputs
                from read in result.Behavior?.Inputs ?? []
                where read.Role == input.Key && (input.Value is null || read.Sha256 != known[input.Value])
                select "its " + input.Key).FirstOrDefault();
    }

    // Pictures and outputs to be recorded are not kept, so they are always made anew.
    private string? KeyOf(BehaviorQuestion question, IReadOnlyDictionary<string, string> known) =>
        question is { Pictures: false, Record: false } && (_engine ??= BehaviorKey.EngineOf(options, digests)) is { } engine ? BehaviorKey.Of(question, known, engine) : null;
}
