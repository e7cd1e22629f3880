using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class LockDocumentationTests
{
    [Fact]
    public void The_example_of_the_page_is_a_lock_in_its_one_form()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "concepts", "models-lock.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var result = ModelsLockReader.Read(example, LockText.Path);
        Assert.Empty(result.Errors);
        Assert.Equal(example, ModelsLockWriter.Write(result.Value!));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SupplyChainAnalyzers.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no solution above the tests");

        return folder;
    }
}
