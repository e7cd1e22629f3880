using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What is wrong in a project's scripts and container files, decided by the policy.</summary>
public static class ProjectSources
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>. Without a lock there are no commits to name.</summary>
    /// <param name="request">Lock and policy.</param>
    /// <param name="paths">Absolute; what no reader takes is left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static VerificationResult Check(VerificationRequest request, IReadOnlyList<string> paths, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request with { CacheDirectory = null }, "", run => Check(run, paths), cancellationToken, isLockOptional: true);

    private static void Check(VerificationRun run, IReadOnlyList<string> paths)
    {
        var context = new SourceContext(
            new HubPins(run.Models),
            new OllamaPins(run.Models),
            [.. run.Models.Hosted.Values.Select(static hosted => hosted.Model)],
            run.Policy.Sources.Endpoints?.Value,
            name => Directory.Exists(Path.Combine(run.LockFolder, name)));
        foreach (var file in SourceFiles.ReadAll(paths, context, run.Cancellation))
            run.Findings.AddRange(file.Findings);
    }
}
