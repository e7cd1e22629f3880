namespace SupplyChainAnalyzers.Core.Tests.Formats;

/// <summary>Skipped, and shown as skipped, without ../shared/data/zoo.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ZooFactAttribute : FactAttribute
{
    public ZooFactAttribute()
    {
        if (Files.Length == 0)
            Skip = "no ../shared/data/zoo beside the repository";
    }

    public static string[] Files { get; } = Find();

    private static string[] Find()
    {
        for (var folder = new DirectoryInfo(FormatData.Folder); folder is not null; folder = folder.Parent)
        {
            var zoo = Path.Combine(folder.FullName, "shared", "data", "zoo");
            if (Directory.Exists(zoo))
                return Directory.GetFiles(zoo);
        }

        return [];
    }
}
