namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>A folder of its own with what a user's repository has; nothing of this repository's settings reaches it.</summary>
internal sealed class TestSolution
{
    private readonly PackedPackage _package;

    public TestSolution(PackedPackage package)
    {
        _package = package;
        Folder = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
        Write(".git/HEAD", "ref: refs/heads/main\n");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{package.Folder}/packages" /></config>
              <packageSources><clear /><add key="packed" value="{package.Folder}/feed" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{RestoredPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder { get; }

    /// <summary>What every build of this solution gets besides its own arguments.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The line that references the package.</summary>
    public string Reference(string attributes = "") => $"""<PackageReference Include="SupplyChainAnalyzers" Version="{_package.Version}" {attributes} />""";

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>A project that references the package, with one class in it.</summary>
    public void Project(string name, string frameworks = "net10.0", string properties = "", string items = "", string? reference = null, string targets = "")
    {
        var plural = frameworks.Contains(';') ? "s" : "";
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework{plural}>{frameworks}</TargetFramework{plural}>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference ?? Reference("PrivateAssets=\"all\"")}
                {items}
              </ItemGroup>
              {targets}
            </Project>
            """);
        Write($"{name}/Class.cs", $"namespace {name} {{ public class Class {{ }} }}\n");
    }

    /// <summary>A solution file of all projects so far.</summary>
    public void Solution()
    {
        var projects = Directory.GetFiles(Folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Run("new", "sln", "--format", "sln", "--name", "All");
        Run(["sln", "All.sln", "add", .. projects]);
    }

    /// <summary><c>dotnet build</c> and the like, with a binary log.</summary>
    public BuildResult Build(params string[] arguments)
    {
        var log = PathOf(Path.GetRandomFileName() + ".binlog");
        var (exitCode, output) = Dotnet.Run(Folder, [.. arguments, "-nodeReuse:false", "-tl:off", "-bl:" + log], All);
        return new BuildResult(exitCode, output, log);
    }

    /// <summary>Any other dotnet command, which has to succeed.</summary>
    public string Run(params string[] arguments)
    {
        var (exitCode, output) = Dotnet.Run(Folder, arguments, All);
        Assert.True(exitCode == 0, output);
        return output;
    }

    // The caches of the user who runs the tests are not touched.
    private Dictionary<string, string> All
    {
        get
        {
            var all = new Dictionary<string, string>(Environment);
            all.TryAdd("XDG_CACHE_HOME", Path.Combine(_package.Folder, "cache"));
            all.TryAdd("LOCALAPPDATA", Path.Combine(_package.Folder, "cache"));
            return all;
        }
    }

    // netstandard2.0 needs NETStandard.Library, which the restore of this repository has put there.
    private static string RestoredPackages =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
