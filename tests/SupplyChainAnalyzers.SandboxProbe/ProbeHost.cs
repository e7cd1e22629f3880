using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner;
using SupplyChainAnalyzers.Scanner.Sandbox;

namespace SupplyChainAnalyzers.SandboxProbe;

/// <summary>
/// Enters as the scanner does, then tries every act on every kind of thread. Writes <c>thread|act|done</c>, or the reason
/// of the refusal in place of the last word. With <c>free</c> as its argument it does the same without confinement.
/// </summary>
internal static class ProbeHost
{
    private static readonly Lock Gate = new();
    private static Target? _target;

    public static int Run(string[] args)
    {
        // Older than the filter; what is older than the ruleset died when the program was executed anew.
        using var confined = new ManualResetEventSlim();
        var old = new Thread(() =>
        {
            confined.Wait();
            Try("old");
        });
        old.Start();

        var line = Enter(args);
        var request = ScanRequest.Read(line, out var error) ?? throw new InvalidDataException(error);
        _target = new Target(request.Paths[0]);

        Try("main");
        confined.Set();
        old.Join();
        Task.Run(static () => Try("pool")).Wait();
        Native("native");
        Finalizer();
        Statuses();
        foreach (var descriptor in Directory.GetFiles("/proc/self/fd").Select(Path.GetFileName))
            Say("descriptor", descriptor!, Directory.ResolveLinkTarget("/proc/self/fd/" + descriptor, false)?.FullName ?? "gone");
        foreach (var (name, act) in Acts.Needed(_target))
            Attempt("needed", name, act);

        return 0;
    }

    private static byte[] Enter(string[] args)
    {
        if (args is ["free"])
            return RequestLine.Read(Console.OpenStandardInput());
        if (Confinement.IsSecondStage(args))
        {
            var (isolation, handed) = Confinement.Continue(args);
            Say("isolation", "second", string.Join(',', isolation));
            return handed;
        }

        var line = RequestLine.Read(Console.OpenStandardInput());
        Say("isolation", "first", string.Join(',', Confinement.Enter(line)));
        return line;
    }

    private static void Try(string thread)
    {
        foreach (var (name, act) in Acts.Forbidden(_target!))
            Attempt(thread, name, act);
    }

    private static void Attempt(string thread, string name, Action act)
    {
        string outcome;
        try
        {
            act();
            outcome = "done";
        }
        catch (Exception e)
        {
            e = e is AggregateException or TypeInitializationException ? e.InnerException! : e;
            outcome = $"{e.GetType().Name}: {e.Message.Split('\n')[0]}";
        }

        Say(thread, name, outcome);
    }

    private static unsafe void Native(string thread)
    {
        var name = GCHandle.Alloc(thread);
        _ = SandboxProbe.Native.CreateThread(out var created, 0, &Start, GCHandle.ToIntPtr(name));
        _ = SandboxProbe.Native.JoinThread(created, 0);
        name.Free();

        [UnmanagedCallersOnly]
        static nint Start(nint argument)
        {
            Try((string)GCHandle.FromIntPtr(argument).Target!);
            return 0;
        }
    }

    private static void Finalizer()
    {
        Abandon();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        static void Abandon() => _ = new Trap();
    }

    private static void Statuses()
    {
        foreach (var task in Directory.GetDirectories("/proc/self/task"))
        {
            foreach (var line in File.ReadLines(task + "/status").Where(static line => line.StartsWith("Seccomp:", StringComparison.Ordinal) || line.StartsWith("NoNewPrivs:", StringComparison.Ordinal)))
                Say("status", Path.GetFileName(task), line.Replace("\t", "", StringComparison.Ordinal));
        }
    }

    private static void Say(string thread, string act, string outcome)
    {
        lock (Gate)
            Console.Out.WriteLine($"{thread}|{act}|{outcome}");
    }

    /// <summary>Tries from the finalizer's thread.</summary>
    private sealed class Trap
    {
        ~Trap() => Try("finalizer");
    }
}
