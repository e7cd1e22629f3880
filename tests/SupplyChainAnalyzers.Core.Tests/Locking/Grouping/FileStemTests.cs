using SupplyChainAnalyzers.Core.Locking.Grouping;

namespace SupplyChainAnalyzers.Core.Tests.Locking.Grouping;

public sealed class FileStemTests
{
    [Theory]
    [InlineData("resnet50.onnx", "resnet50")]
    [InlineData("llama-00001-of-00003.gguf", "llama")]
    [InlineData("model.ckpt.meta", "model")]
    [InlineData("model.onnx_data", "model")]
    [InlineData("model.onnx.data", "model")]
    [InlineData("noextension", "noextension")]
    [InlineData(".hidden", ".hidden")]
    [InlineData("a-0001-of-0003.gguf", "a-0001-of-0003")]
    [InlineData("-00001-of-00003.gguf", "-00001-of-00003")]
    [InlineData("a.v2.onnx", "a.v2")]
    public void Stem_leaves_out_shard_and_format(string name, string stem) => Assert.Equal(stem, FileStem.Of(name));

    [Theory]
    [InlineData("m-00001-of-00003.gguf", "m.gguf")]
    [InlineData("m-00002-of-00003.gguf", "m.gguf")]
    [InlineData("m-00002-of-0003.gguf", "m-00002-of-0003.gguf")]
    [InlineData("m.gguf", "m.gguf")]
    public void Shards_share_a_key(string name, string key) => Assert.Equal(key, FileStem.ShardKey(name));

    [Theory]
    [InlineData("m.onnx_data", "m.onnx", true)]
    [InlineData("m.onnx.data", "m.onnx", true)]
    [InlineData("m.onnx_data_1", "m.onnx", true)]
    [InlineData("m.onnx_data_", "m.onnx", false)]
    [InlineData("m.onnx_data_x", "m.onnx", false)]
    [InlineData("m.data", "m.onnx", true)]
    [InlineData("m.bin", "m.onnx", false)]
    [InlineData("m.bin", "m.xml", true)]
    [InlineData("m2.bin", "m.xml", false)]
    [InlineData("m.ckpt.index", "m.ckpt.meta", true)]
    [InlineData("m.ckpt.data-00000-of-00001", "m.ckpt.meta", true)]
    [InlineData("m.onnx.sig", "m.onnx", false)]
    [InlineData("m.onnx", "m.onnx", false)]
    public void Part_is_recognised_by_its_name(string name, string model, bool expected) => Assert.Equal(expected, FileStem.IsPartOf(name, model));
}
