using System.Diagnostics;
using System.Globalization;
using Microsoft.Build.Logging.StructuredLogger;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// What a build pays when nothing changed: a project with the packed package and a lock of 1,000 files, ten of them of
/// 100 MiB, built again and again in fresh nodes; times are read from the binary log.
/// </summary>
internal static class UnchangedBuildBenchmark
{
    private const int Runs = 7;

    public static void Run(Report report)
    {
        using var set = new ModelSet((990, 64 << 10), (10, 100 << 20));
        Prepare(set.Folder);
        Build(set.Folder, "first.binlog");
        // Git's racy rule: what was written in the second it was hashed in is hashed once more.
        Build(set.Folder, "second.binlog");
        Build(set.Folder, "third.binlog");

        List<double> execute = [], target = [], build = [];
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var log = BinaryLog.ReadBuild(Build(set.Folder, "unchanged.binlog"));
            build.Add(watch.Elapsed.TotalMilliseconds);
            execute.Add(log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(task => task.Name == "VerifyModels").Sum(task => task.Duration.TotalMilliseconds));
            target.Add(log.FindChildrenRecursive<Target>(candidate => candidate.Name == "SupplyChainVerify").Sum(candidate => candidate.Duration.TotalMilliseconds));
        }

        report.Title("Unchanged build, 1,000 declared files, 10 of them of 100 MiB, fresh node");
        report.Figure("inside Execute of the task", Report.Median(execute), "ms", "≤ 15");
        report.Figure("the whole target", Report.Median(target), "ms", "≤ 45");
        report.Figure("share of the build's wall time", Report.Median(target) / Report.Median(build) * 100, "%", "—");
    }

    private static void Prepare(string folder)
    {
        var version = "0.1.0-bench." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Dotnet(folder, "pack", Path.Combine(RepositoryRoot(), "src", "SupplyChainAnalyzers"), "--configuration", "Release", "--output", Path.Combine(folder, "feed"), $"-p:Version={version}");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="bench" value="feed" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EnableDefaultItems>false</EnableDefaultItems>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="App.cs" />
                <PackageReference Include="SupplyChainAnalyzers" Version="{version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "App.cs"), "public static class App;\n");
        Dotnet(folder, "restore");
    }

    private static string Build(string folder, string log)
    {
        Dotnet(folder, "build", "--no-restore", "-nodeReuse:false", $"-bl:{log}");
        return Path.Combine(folder, log);
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // A build server's variables would switch the cache off, which is what is measured here.
        foreach (var name in start.Environment.Keys.Where(name => name is "CI" or "TF_BUILD" or "GITHUB_ACTIONS").ToList())
            start.Environment.Remove(name);

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{printed}");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SupplyChainAnalyzers.sln")))
            folder = folder.Parent;

        return folder.FullName;
    }
}
