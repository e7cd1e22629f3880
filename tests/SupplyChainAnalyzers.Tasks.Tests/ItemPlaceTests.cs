using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Tasks.Tests;

public class ItemPlaceTests
{
    [Theory]
    [InlineData("<A>\n  <None Include=\"a/b.onnx\" />", "a/b.onnx", 2, 18)]
    [InlineData("<None Include=\"a\\b.onnx\" />", "a/b.onnx", 1, 16)]
    [InlineData("<None Include=\"x.txt;b.onnx\" />", "b.onnx", 1, 22)]
    [InlineData("<None Include=\"ab.onnx;b.onnx.txt;b.onnx\" />", "b.onnx", 1, 35)]
    public void Item_is_found_where_it_is_written(string text, string item, int line, int column) =>
        Assert.Equal(new TextRegion(line, column, line, column + item.Length), ItemPlace.Find(text, item));

    [Theory]
    [InlineData("<None Include=\"**/*.onnx\" />")]
    [InlineData("<None Include=\"ab.onnx\" />")]
    [InlineData("b.onnx")]
    public void Item_of_a_pattern_has_no_place(string text) => Assert.Equal(TextRegion.None, ItemPlace.Find(text, "b.onnx"));
}
