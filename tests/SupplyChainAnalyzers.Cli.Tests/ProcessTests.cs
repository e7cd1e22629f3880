using System.Globalization;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>The real process: exit codes, signals, and death at any moment.</summary>
public sealed class ProcessTests
{
    // How often the process is killed; 200 and more for a release.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("MODELS_TEST_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 40;

    [Fact]
    public void Exit_codes_reach_the_shell()
    {
        using var folder = new CliFolder("a.gguf");
        Run(folder, "lock").Ended(0);
        Run(folder, "verify").Ended(0);
        folder.Model("a.gguf", seed: 1);
        Run(folder, "verify").Ended(1);
        Run(folder, "verify", "--bogus").Ended(2);
        Assert.Matches(@"^\d+\.\d+\.\d+", Run(folder, "--version").Ended(0).Out);
    }

    [UnixTheory]
    [InlineData(2)]
    [InlineData(15)]
    public void A_signal_ends_the_work_with_2_and_changes_nothing(int signal)
    {
        using var folder = new CliFolder("a.gguf");
        folder.Run("lock").Ended(0);
        var before = folder.Read("models.lock");

        // Sparse and huge: hashing them takes far longer than the signal needs.
        for (var i = 0; i < 4; i++)
        {
            using var stream = File.OpenWrite(folder.Model($"big/{i}.gguf").Full($"big/{i}.gguf"));
            stream.SetLength(64L << 30);
        }

        using var process = CliProcess.Start(folder, "lock");
        WaitUntilReading(process, folder);
        process.Signal(signal);
        var result = process.Wait().Ended(2);
        Assert.Contains("models: error SCA0006: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
        Assert.Equal(before, folder.Read("models.lock"));
    }

    [Fact]
    public void Killed_at_any_moment_it_leaves_the_old_lock_or_the_new_one()
    {
        using var folder = new CliFolder();
        for (var i = 0; i < 20; i++)
            folder.Model($"m{i}/net.gguf");
        folder.Run("lock").Ended(0);
        var old = folder.Read("models.lock");
        for (var i = 0; i < 20; i++)
            folder.Model($"m{i}/net.gguf", seed: 1);

        // One run to its end tells how long a life is, and what the new lock is.
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Run(folder, "lock").Ended(0);
        var life = watch.Elapsed;
        var after = folder.Read("models.lock");
        Assert.NotEqual(old, after);

        var random = new Random(17);
        int keptOld = 0, wroteNew = 0;
        for (var i = 0; i < Kills; i++)
        {
            File.WriteAllText(folder.Full("models.lock"), old);
            using (var process = CliProcess.Start(folder, "lock"))
            {
                Thread.Sleep(life * random.NextDouble());
                process.Kill();
                process.Wait();
            }

            var found = folder.Read("models.lock");
            Assert.True(found == old || found == after, $"kill {i} left a torn lock:\n{found}");
            Assert.NotNull(ModelsLockReader.Read(found, folder.Full("models.lock")).Value);
            _ = found == old ? keptOld++ : wroteNew++;
        }

        // Left-overs are ours by their name, and the next run goes well beside them.
        Assert.All(Directory.GetFiles(folder.Root).Select(Path.GetFileName), static name => Assert.True(name == "models.lock" || Core.Text.AtomicFile.IsTemporary(name!), name));
        Run(folder, "lock").Ended(0);
        Assert.Equal(after, folder.Read("models.lock"));
        Assert.True(keptOld > 0, "every kill came too late to test anything");
    }

    [Fact]
    public void The_scanner_beside_it_is_used()
    {
        using var folder = new CliFolder().Write("m/archive.npz", [.. "PK\u0005\u0006"u8, .. new byte[18]]);
        Run(folder, "lock").Ended(0);
        var report = JsonReader.Parse(Run(folder, "verify", "--format", "json").Out, JsonLimits.Default).Root!;
        Assert.DoesNotContain(report.Find("findings")!.Items, static finding => finding.Find("rule")!.StringValue is "SCA0002" or "SCA0003");
    }

    private static CliResult Run(CliFolder folder, params string[] arguments)
    {
        using var process = CliProcess.Start(folder, arguments);
        return process.Wait();
    }

    // The big files are opened once the work has begun, which the system shows.
    private static void WaitUntilReading(CliProcess process, CliFolder folder)
    {
        var until = DateTime.UtcNow.AddMinutes(1);
        while (!process.HasOpen(folder.Full("big")))
            Assert.True(DateTime.UtcNow < until, "the process does not get to reading");
    }
}
