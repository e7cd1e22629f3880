using System.Globalization;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning.Launching;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// Puts the same program in this process's place. Landlock binds only the thread that asks for it, and .NET has started
/// others before the first line of ours runs; an execution ends them all and keeps the restriction. The one place in the
/// scanner that executes anything.
/// </summary>
internal static class Reexecution
{
    /// <summary>First argument of the second stage. Nothing is believed because of it.</summary>
    public const string Argument = "confined";

    /// <summary>Third argument when one file may be written.</summary>
    public const string Writing = "writing";

    private const int CloseRange = 436; // on every architecture

    /// <summary>Comes back only by an exception.</summary>
    public static void Run(byte[] request, long memoryLimit, bool writes)
    {
        var descriptor = HandedRequest.Create(request);
        var program = typeof(Reexecution).Assembly.Location;
        var number = descriptor.ToString(CultureInfo.InvariantCulture);
        string[] arguments = [Environment.ProcessPath!, "exec", "--roll-forward", "Major", program, Argument, number, writes ? Writing : ""];
        var variables = ScannerEnvironment.Create(Environment.CurrentDirectory, memoryLimit);
        var environment = new string[variables.Count];
        var next = 0;
        foreach (var variable in variables)
            environment[next++] = variable.Key + "=" + variable.Value;

        HandedRequest.KeepOnly(descriptor, CloseRange);
        LinuxCalls.Require(LinuxCalls.Execute("/proc/self/exe", Pointers(arguments), Pointers(environment)), "execve");
    }

    // Never freed: the memory goes with the program.
    private static nint[] Pointers(string[] texts)
    {
        var pointers = new nint[texts.Length + 1];
        for (var i = 0; i < texts.Length; i++)
            pointers[i] = Marshal.StringToCoTaskMemUTF8(texts[i]);

        return pointers;
    }
}
