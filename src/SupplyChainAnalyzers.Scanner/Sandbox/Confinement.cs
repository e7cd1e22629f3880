using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Sandbox.Linux;
using SupplyChainAnalyzers.Scanner.Sandbox.Mac;
using SupplyChainAnalyzers.Scanner.Sandbox.Windows;

namespace SupplyChainAnalyzers.Scanner.Sandbox;

/// <summary>
/// Gives up, for good and before a file is opened, what scanning needs not. Each system has its own means; what none of them
/// holds is left out of <see cref="Isolation"/>, and the launcher says so.
/// </summary>
internal static class Confinement
{
    /// <summary>Whether this is the execution of an execution: confined already, its request handed over.</summary>
    public static bool IsSecondStage(string[] args) => args is [Reexecution.Argument, _, ..];

    /// <summary>What holds; on Linux it is another program that goes on, at <see cref="Continue"/>.</summary>
    /// <param name="line">The request as it came.</param>
    public static IReadOnlyList<string> Enter(byte[] line)
    {
        if (FirstLook.At(line) is not { } request)
            return [];
        if (OperatingSystem.IsLinux())
            return LinuxConfinement.Enter(line, request);
        if (OperatingSystem.IsWindows())
            return WindowsConfinement.Enter(request.MemoryLimit);

        return OperatingSystem.IsMacOS() ? MacConfinement.Enter(request.Tree is { } tree ? [.. request.Inputs, tree] : request.Inputs, request.Output) : [];
    }

    /// <summary>The second stage: what holds, and the request.</summary>
    public static (IReadOnlyList<string> Isolation, byte[] Line) Continue(string[] args)
    {
        var isolation = LinuxConfinement.Continue(args.Contains(Reexecution.Writing));
        return (isolation, HandedRequest.Take(args[1]));
    }
}
