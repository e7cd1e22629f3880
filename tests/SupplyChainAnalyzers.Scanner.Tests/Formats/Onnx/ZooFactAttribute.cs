namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

/// <summary>Skipped, and shown as skipped, without a folder shared/data/zoo of benign models beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ZooFactAttribute : FactAttribute
{
    public ZooFactAttribute()
    {
        if (Folder is null)
            Skip = "no shared/data/zoo beside the repository";
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var zoo = Path.Combine(folder.FullName, "shared", "data", "zoo");
            if (Directory.Exists(zoo))
                return zoo;
        }

        return null;
    }
}
