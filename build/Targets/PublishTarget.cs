namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>Leaves artifacts/packages/*.nupkg and a runnable artifacts/models/models.</summary>
internal static class PublishTarget
{
    public static readonly string Folder = Path.Combine(Repository.Artifacts, "models");

    public static void Run(string[] arguments)
    {
        // What an earlier version left there must not be taken for this one's.
        foreach (var folder in new[] { Folder, Repository.Packages })
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        PackTarget.Run(arguments);
        Command.Run("dotnet", ["publish", Repository.Project("SupplyChainAnalyzers.Cli"), "--configuration", "Release", "--output", Folder, "-nologo", .. arguments]);
    }
}
