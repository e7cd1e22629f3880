using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Core.Tests.Addresses;

public sealed class ModelAddressTests
{
    [Theory]
    [InlineData("https://huggingface.co/o/n/resolve/main/a/b.onnx", "o/n", "main", "a/b.onnx")]
    [InlineData("HTTPS://HuggingFace.co/o/n/resolve/main/b.onnx", "o/n", "main", "b.onnx")]
    [InlineData("https://user:key@huggingface.co:443/o/n/resolve/main/b.onnx?download=true#x", "o/n", "main", "b.onnx")]
    [InlineData("https://huggingface.co/gpt2/resolve/main/b.onnx", null, "main", "b.onnx")]
    [InlineData("https://huggingface.co/o/n/resolve/refs%2Fpr%2F1/b.onnx", "o/n", "refs/pr/1", "b.onnx")]
    [InlineData("https://huggingface.co/o/n/resolve/refs/pr/1/b.onnx", "o/n", "refs/pr/1", "b.onnx")]
    [InlineData("https://huggingface.co/datasets/o/n/resolve/main/b.parquet", "datasets/o/n", "main", "b.parquet")]
    [InlineData("https://huggingface.co/o/n/resolve/main/", "o/n", "main", "")]
    [InlineData("https://huggingface.co/\0/resolve/main/b.onnx", null, "main", "b.onnx")]
    [InlineData("https://huggingface.co/o/n/resolve/main/\0", "o/n", "main", "\0")]
    [InlineData("https://modelscope.cn/models/o/n/resolve/master/b.onnx", "o/n", "master", "b.onnx")]
    [InlineData("https://modelscope.cn/api/v1/models/o/n/repo?Revision=master&FilePath=b.onnx", "o/n", "master", "b.onnx")]
    [InlineData("https://www.modelscope.cn/api/v1/models/o/n/repo?FilePath=q/b.bin&Revision=v1.0#x", "o/n", "v1.0", "q/b.bin")]
    [InlineData("https://github.com/o/n/raw/main/b.onnx", "o/n", "main", "b.onnx")]
    [InlineData("https://raw.githubusercontent.com/o/n/main/a/b.onnx", "o/n", "main", "a/b.onnx")]
    [InlineData("https://raw.githubusercontent.com/o/n/refs/heads/main/b.onnx", "o/n", "refs/heads/main", "b.onnx")]
    [InlineData("https://media.githubusercontent.com/media/o/n/main/b.onnx", "o/n", "main", "b.onnx")]
    [InlineData("https://github.com/o/n/releases/download/v1/b.onnx", "o/n", "v1", "b.onnx")]
    [InlineData("https://github.com/o/n/releases/latest/download/b.onnx", "o/n", "latest", "b.onnx")]
    public void Known_layouts_are_read(string text, string? repo, string reference, string file)
    {
        var address = WebAddress.Parse(text)!.Model!;

        Assert.Equal((repo, reference, file), (address.Repo, address.Reference, address.File));
        Assert.Equal(reference, Uri.UnescapeDataString(text.AsSpan(address.Start, address.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://huggingface.co")]
    [InlineData("https://huggingface.co/")]
    [InlineData("https://huggingface.co/o/n")]
    [InlineData("https://huggingface.co/o/n/resolve")]
    [InlineData("https://huggingface.co/o/n/resolve/")]
    [InlineData("https://huggingface.co/o/n/blob/main/b.onnx")]
    [InlineData("https://huggingface.co/resolve/main/b.onnx")]
    [InlineData("https://huggingface.co/a/b/c/d/resolve/main/b.onnx")]
    [InlineData("https://huggingface.co/o/n/resolve/\0/b.onnx")]
    [InlineData("https://huggingface.co.evil.example/o/n/resolve/main/b.onnx")]
    [InlineData("https://evil.example/https://huggingface.co/o/n/resolve/main/b.onnx")]
    [InlineData("https://\0/o/n/resolve/main/b.onnx")]
    [InlineData("https://github.com/o/n/blob/main/b.onnx")]
    [InlineData("https://github.com/o/n/releases/latest")]
    [InlineData("https://github.com/o/n/releases/tag/v1")]
    [InlineData("https://github.com/o/n/releases/download/v1")]
    [InlineData("https://raw.githubusercontent.com/o/n")]
    [InlineData("ftp://huggingface.co/o/n/resolve/main/b.onnx")]
    public void Everything_else_is_not(string text) => Assert.Null(WebAddress.Parse(text)?.Model);

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("LICENSE", true)]
    [InlineData("LICENSE.txt", true)]
    [InlineData(".gitattributes", true)]
    [InlineData("img/logo.PNG", true)]
    [InlineData("vocab.txt", false)]
    [InlineData("model.onnx", false)]
    [InlineData("\0", false)]
    [InlineData("", false)]
    public void What_people_read_is_a_document(string path, bool isDocument) => Assert.Equal(isDocument, ModelFileNames.IsDocument(path));
}
