using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

public sealed class TokenPortsTests
{
    [Theory]
    [InlineData("input_ids", "input_ids", "attention_mask", "token_type_ids")]
    [InlineData("input_ids", "attention_mask", "input_ids", "position_ids", "past_key_values.0.key", "use_cache_branch")]
    [InlineData("tokens", "tokens", "segment_ids")]
    [InlineData("x", "x")]
    public void Model_that_takes_tokens_is_known_by_its_inputs(string expected, params string[] names) => Assert.Equal(expected, TokenPorts.Of(Graph(names))?.Ids);

    [Theory]
    [InlineData("input_ids", "pixel_values")]
    [InlineData("user", "item")]
    public void Model_that_takes_something_else_too_is_none(params string[] names) => Assert.Null(TokenPorts.Of(Graph(names)));

    private static GraphProto Graph(string[] names)
    {
        var graph = new GraphProto(new ProtoMessage());
        foreach (var name in names)
            graph.AddInput(ValueInfoProto.Of(name, TensorType.Int64, [-1, -1]));
        return graph;
    }
}
