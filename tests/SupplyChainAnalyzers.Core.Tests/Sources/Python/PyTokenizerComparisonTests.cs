using System.Globalization;
using SupplyChainAnalyzers.Core.Sources.Python;
using SupplyChainAnalyzers.Core.Tests.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Python;

/// <summary>The same tokens as Python's own tokenizer (TestData/python/make.py wrote them).</summary>
public sealed class PyTokenizerComparisonTests
{
    public static TheoryData<string> Sources => [.. Directory.GetFiles(Folder, "*.py.txt").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(FormatData.Folder, "..", "python");

    [Theory]
    [MemberData(nameof(Sources))]
    public void Tokens_are_those_of_Python(string name)
    {
        var path = Path.Combine(Folder, name);
        var expected = File.ReadAllLines(Path.ChangeExtension(path, ".tokens"));

        var actual = new PyTokenizer(File.ReadAllText(path)).Lines().SelectMany(static line => line.Tokens)
            .Select(static token => string.Create(CultureInfo.InvariantCulture, $"{token.Offset} {token.End} {(token.IsString ? "String" : token.Kind)}"));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }
}
