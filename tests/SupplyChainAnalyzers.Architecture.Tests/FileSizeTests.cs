namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>Files small enough to be read at a glance.</summary>
public class FileSizeTests
{
    private const int Longest = 400;
    private const int Most = 200;
    private const int Median = 60;

    [Fact]
    public void No_source_file_has_more_than_400_lines()
    {
        var code = RepositoryFiles.All.Where(static path => path.EndsWith(".cs"));
        Faults.None(code.Where(static path => Lines(path) > Longest).Select(static path => $"{path}: {Lines(path)} lines"));
    }

    [Fact]
    public void Half_of_src_has_at_most_60_lines_and_nine_tenths_at_most_200()
    {
        int[] lines = [.. RepositoryFiles.Sources.Select(Lines).Order()];
        Assert.True(lines[lines.Length / 2] <= Median, $"the median is {lines[lines.Length / 2]}");
        Assert.True(lines[lines.Length * 9 / 10] <= Most, $"nine tenths have up to {lines[lines.Length * 9 / 10]}");
    }

    private static int Lines(string path) => File.ReadLines(Path.Combine(RepositoryFiles.Root, path)).Count();
}
