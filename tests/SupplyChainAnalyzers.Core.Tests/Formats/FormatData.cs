using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

/// <summary>The files of TestData/formats; each name begins with the id of the format it has.</summary>
internal static class FormatData
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "SupplyChainAnalyzers.Core.Tests", "TestData", "formats");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder).Select(Path.GetFileName).OfType<string>()
            .Where(static name => name is not ("make.py" or ".gitattributes")).Order(StringComparer.Ordinal);

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static ModelFormat Sniff(byte[] content)
    {
        var head = content.Take(FormatSniffer.HeadLength).ToArray();
        return FormatSniffer.Sniff(head, head.Length, content.Length);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupplyChainAnalyzers.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("tests run inside the repository");
    }
}
