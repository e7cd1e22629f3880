using SupplyChainAnalyzers.Scanner.Formats.Zip;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

public class ZipLayoutTests
{
    [Theory]
    [InlineData("zip")]
    [InlineData("zip", "a.txt")]
    [InlineData("zip", "a.npy", "readme.md")]
    [InlineData("zip", "config.json")]
    [InlineData("zip", "a/b/data.pkl")]
    [InlineData("zip", "mydata.pkl")]
    [InlineData("npz", "a.npy", "b/c.npy")]
    [InlineData("pytorch", "archive/data.pkl")]
    [InlineData("pytorch", "other/constants.pkl", "archive/data.pkl")]
    [InlineData("torchscript", "archive/data.pkl", "archive/constants.pkl")]
    [InlineData("torchscript", "archive/data.pkl", "archive/code/x.py")]
    [InlineData("keras", "config.json", "model.weights.h5", "metadata.json")]
    [InlineData("skops", "schema.json", "1.npy")]
    [InlineData("mar", "MAR-INF/MANIFEST.json", "x.pt")]
    [InlineData("mar", "config.json", "model.weights.h5", "MAR-INF/MANIFEST.json")]
    [InlineData("pytorch", "config.json", "model.weights.h5", "x/data.pkl")]
    public void Entries_name_the_format(string format, params string[] names) => Assert.Equal(format, ZipLayout.Of(names).Id);
}
