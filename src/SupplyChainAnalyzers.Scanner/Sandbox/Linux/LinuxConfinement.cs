using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// Two stages. The first knows the request and nothing hostile: it takes the right to all other files from itself and
/// executes this program anew. The second finds itself confined, filters its calls, and only then reads the request.
/// </summary>
internal static class LinuxConfinement
{
    /// <summary>
    /// The first stage. Does not come back where the kernel has Landlock; elsewhere says what holds without it.
    /// </summary>
    /// <param name="line">The request as it came.</param>
    /// <param name="request">What was seen in it.</param>
    public static IReadOnlyList<string> Enter(byte[] line, FirstLook request)
    {
        var writes = request.Output is not null;
        ProcessLimits.Enter();
        ProcessLimits.LimitMemory(request.MemoryLimit);
        if (LandlockRuleset.Version is >= 1 and var version)
        {
            using var rules = new LandlockRuleset(version);
            Grants.Add(rules, request);
            rules.Enforce();
            Reexecution.Run(line, request.MemoryLimit, writes);
        }

        return FilterCalls(writes) ? [Isolation.Network, Isolation.Processes, Isolation.Memory] : [Isolation.Memory];
    }

    /// <summary>The second stage.</summary>
    /// <param name="writes">Whether one file may be written.</param>
    /// <exception cref="InvalidOperationException">Nobody confined this process, whatever its arguments say.</exception>
    public static IReadOnlyList<string> Continue(bool writes)
    {
        if (!Proof.FilesAreRefused())
            throw new InvalidOperationException("this process was to be confined and is not");

        ProcessLimits.Enter();
        return FilterCalls(writes) ? Isolation.All : [Isolation.Filesystem, Isolation.Memory];
    }

    private static bool FilterCalls(bool writes) =>
        Seccomp.TryEnter(writes) && (Proof.CallsAreRefused() ? true : throw new InvalidOperationException("calls were to be filtered and are not"));
}
