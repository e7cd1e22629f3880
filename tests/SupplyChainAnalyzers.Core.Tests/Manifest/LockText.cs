using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

/// <summary>Texts of locks, in which «…» marks where an error is expected.</summary>
internal static class LockText
{
    public const string Path = "/repo/models.lock";
    public const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    public const string File = """{ "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "size": 1, "format": "onnx" }""";

    /// <summary>A lock with one model m that has these members.</summary>
    public static string Model(string members) => $$"""
        {
          "lockVersion": 1,
          "models": {
            "m": {
              {{members}}
            }
          }
        }
        """;

    /// <summary>A lock with one model m of one file, and these members more.</summary>
    public static string With(string members) => Model($$"""
        "path": "p", "files": { "f.onnx": {{File}} },
              {{members}}
        """);

    public static ReadResult<ModelsLock> Read(string marked) => ModelsLockReader.Read(marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), Path);

    /// <summary>Reads, and asserts that exactly the marked places are reported, under these rules.</summary>
    public static IReadOnlyList<Finding> Refused(string marked, params Rule[] rules)
    {
        var result = Read(marked);
        Assert.Null(result.Value);
        Assert.Equal(rules.Select(static rule => rule.Id), result.Errors.Select(static error => error.Rule.Id));
        Assert.Equal(Marked(marked), result.Errors.Select(static error => error.Region));
        Assert.All(result.Errors, static error => Assert.Equal(Path, error.File));
        return result.Errors;
    }

    private static List<TextRegion> Marked(string text)
    {
        var (regions, line, column, start) = (new List<TextRegion>(), 1, 1, (1, 1));
        foreach (var c in text)
        {
            switch (c)
            {
                case '«':
                    start = (line, column);
                    break;
                case '»':
                    regions.Add(new TextRegion(start.Item1, start.Item2, line, column));
                    break;
                case '\n':
                    (line, column) = (line + 1, 1);
                    break;
                default:
                    column++;
                    break;
            }
        }

        return regions;
    }
}
