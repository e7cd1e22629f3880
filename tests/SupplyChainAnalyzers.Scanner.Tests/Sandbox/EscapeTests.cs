namespace SupplyChainAnalyzers.Scanner.Tests.Sandbox;

/// <summary>Everything a taken-over scanner would try, from every kind of thread, inside the confinement and outside.</summary>
public class EscapeTests(ProbeRuns runs) : IClassFixture<ProbeRuns>
{
    private static readonly string[] Threads = ["main", "old", "pool", "native", "finalizer"];

    /// <summary>A machine of its own may forbid these to everybody (Yama, sysctl, a container's filter).</summary>
    private static readonly string[] MachineMayForbid = ["trace", "io-uring", "keys"];

    [Fact]
    public void Nothing_forbidden_is_done_on_any_thread()
    {
        if (!ProbeRuns.CanRun)
            return;

        var tries = runs.Confined.Where(static line => Threads.Contains(line.Thread)).ToArray();
        Assert.Equal(Threads.Order(), tries.Select(static line => line.Thread).Distinct().Order());
        Assert.DoesNotContain(tries, static line => line.Outcome == "done");
    }

    [Fact]
    public void Every_refusal_is_the_sandbox_s()
    {
        if (!ProbeRuns.CanRun)
            return;

        var others = runs.Confined.Where(static line => Threads.Contains(line.Thread) && !IsRefusal(line.Outcome));
        Assert.Empty(others);

        static bool IsRefusal(string outcome) =>
            outcome is "errno 1" or "IOException: errno 1" or "IOException: errno 13" || outcome.Contains("denied", StringComparison.Ordinal)
            || outcome.Contains("not permitted", StringComparison.Ordinal) || outcome.StartsWith("OutOfMemoryException", StringComparison.Ordinal);
    }

    [Fact]
    public void Free_process_does_all_of_it_on_every_thread()
    {
        if (!ProbeRuns.CanRun)
            return;

        var tries = runs.Free.Where(static line => Threads.Contains(line.Thread) && !MachineMayForbid.Contains(line.Act)).ToArray();
        Assert.True(tries.Length > 100);
        Assert.All(tries, static line => Assert.Equal("done", line.Outcome));
    }

    [Fact]
    public void Both_runs_try_the_same() => Assert.Equal(Tries(runs.Free), Tries(runs.Confined));

    [Fact]
    public void What_scanning_needs_goes_on()
    {
        if (ProbeRuns.CanRun)
            Assert.All(runs.Confined.Where(static line => line.Thread == "needed"), static line => Assert.Equal("done", line.Outcome));
    }

    [Fact]
    public void Kernel_says_of_every_thread_that_it_is_confined()
    {
        if (!ProbeRuns.CanRun)
            return;

        var statuses = runs.Confined.Where(static line => line.Thread == "status").ToArray();
        Assert.True(statuses.Length >= 6, "three threads at least");
        Assert.All(statuses, static line => Assert.Contains(line.Outcome, (string[])["Seccomp:2", "NoNewPrivs:1"]));
        Assert.Contains(runs.Free, static line => line is { Thread: "status", Outcome: "Seccomp:0" });
    }

    [Fact]
    public void Inherited_descriptor_is_closed()
    {
        if (!ProbeRuns.CanRun)
            return;

        Assert.Contains(runs.Free, static line => line is { Thread: "descriptor", Act: "9" } && line.Outcome.EndsWith("/foreign/secret", StringComparison.Ordinal));
        Assert.DoesNotContain(runs.Confined, static line => line.Thread == "descriptor" && line.Outcome.Contains("foreign", StringComparison.Ordinal));
    }

    [Fact]
    public void Second_stage_says_what_it_tried()
    {
        if (ProbeRuns.CanRun)
            Assert.Equal([("isolation", "second", "filesystem,network,processes,memory")], runs.Confined.Where(static line => line.Thread == "isolation"));
    }

    private static IEnumerable<(string, string)> Tries(IEnumerable<(string Thread, string Act, string Outcome)> run) =>
        run.Where(static line => Threads.Contains(line.Thread)).Select(static line => (line.Thread, line.Act)).Order();
}
