using Microsoft.ML.OnnxRuntime.Tensors;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using static SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine.OnnxModels;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;

public sealed class OnnxSessionTests
{
    [Fact]
    public void Model_says_what_it_takes_and_gives()
    {
        using var session = OnnxEngine.Load(AddRelu);

        var input = Assert.Single(session.Inputs);
        Assert.Equal(("x", TensorElementType.Float, true), (input.Name, input.Type, input.IsTensor));
        Assert.Equal([-1, 3], input.Shape);
        Assert.Equal("y", Assert.Single(session.Outputs).Name);
    }

    [Fact]
    public void Run_computes_what_the_graph_says()
    {
        using var session = OnnxEngine.Load(AddRelu);
        using var x = OnnxValue.Over([1f, 1, 1, -5, 5, 0], 2, 3);
        using var run = session.Run(x);

        Assert.Equal([2, 3], run["y"].Shape);
        Assert.Equal([2f, 0, 4, 0, 3, 3], run["y"].Span<float>());
    }

    [Fact]
    public void Input_can_be_written_to_between_two_runs()
    {
        using var session = OnnxEngine.Load(AddRelu);
        float[] array = [0, 0, 0];
        using var x = OnnxValue.Over(array, 1, 3);
        using (var first = session.Run(x))
            Assert.Equal([1f, 0, 3], first["y"].Span<float>());

        array[1] = 7;
        using var second = session.Run(x);
        Assert.Equal([1f, 5, 3], second["y"].Span<float>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public void Value_within_the_graph_can_be_had_as_an_output(int level)
    {
        using var session = OnnxEngine.Load(AddRelu, new OnnxSettings { ExtraOutputs = ["h"], Optimization = (OptimizationLevel)level });
        using var x = OnnxValue.Over([0f, 0, 0], 1, 3);
        using var run = session.Run(x);

        Assert.Equal(["y", "h"], session.Outputs.Select(static port => port.Name));
        Assert.Equal([1f, -2, 3], run["h"].Span<float>());
    }

    [Fact]
    public void Output_of_one_session_is_the_input_of_another_without_a_copy()
    {
        using var first = OnnxEngine.Load(AddRelu, new OnnxSettings { ExtraOutputs = ["h"] });
        using var second = OnnxEngine.Load(AddRelu);
        using var x = OnnxValue.Over([0f, 0, 0], 1, 3);
        using var hidden = first.Run(x, ["h"]);
        using var run = second.Run(hidden["h"]);

        Assert.Equal([2f, 0, 6], run["y"].Span<float>());
    }

    [Fact]
    public void Only_what_is_asked_for_is_given()
    {
        using var session = OnnxEngine.Load(AddRelu, new OnnxSettings { ExtraOutputs = ["h"] });
        using var x = OnnxValue.Over([0f, 0, 0], 1, 3);
        using var run = session.Run(x, ["h"]);

        Assert.Throws<KeyNotFoundException>(() => run["y"]);
    }

    [Fact]
    public void Integers_go_in_and_come_out()
    {
        var model = Model([Node("Add", ["a", "a"], ["b"])], [], [Typed("a", 7, -1)], [Typed("b", 7, -1)]);
        using var session = OnnxEngine.Load(model);
        using var a = OnnxValue.Over([1L, -1, 1L << 40], 3);
        using var run = session.Run(a);

        Assert.Equal([2L, -2, 1L << 41], run["b"].Span<long>());
        Assert.Equal([2f, -2, 1L << 41], run["b"].ToFloats());
    }

    [Theory]
    [InlineData(1)] // float
    [InlineData(11)] // double
    [InlineData(10)] // float16
    [InlineData(16)] // bfloat16
    [InlineData(6)] // int32
    [InlineData(3)] // int8
    public void Numbers_of_every_width_become_floats(int type)
    {
        var model = Model([Node("Cast", ["x"], ["y"], Attribute("to", type))], [], [Port("x", -1)], [Typed("y", type, -1)]);
        using var session = OnnxEngine.Load(model);
        using var x = OnnxValue.Over([0f, 1, -2, 64], 4);
        using var run = session.Run(x);

        Assert.Equal([0f, 1, -2, 64], run["y"].ToFloats());
    }

    [Fact]
    public void Nothing_at_all_is_a_tensor_too()
    {
        using var session = OnnxEngine.Load(AddRelu);
        using var x = OnnxValue.Over(Array.Empty<float>(), 0, 3);
        using var run = session.Run(x);

        Assert.Equal(0, run["y"].Count);
        Assert.Empty(run["y"].ToFloats());
        Assert.True(run["y"].Span<float>().IsEmpty);
    }

    [Fact]
    public void Shape_that_does_not_fit_is_an_error_of_the_run()
    {
        using var session = OnnxEngine.Load(AddRelu);
        using var x = OnnxValue.Over([0f, 0], 1, 2);

        Assert.Equal(OnnxStage.Run, Assert.Throws<OnnxException>(() => session.Run(x)).Stage);
    }

    [Fact]
    public void Names_that_are_not_there_are_errors_of_the_run()
    {
        using var session = OnnxEngine.Load(AddRelu);
        using var x = OnnxValue.Over([0f, 0, 0], 1, 3);

        Assert.Throws<OnnxException>(() => session.Run(x, ["nothing"]));
        Assert.Throws<OnnxException>(() => session.Run(new Dictionary<string, OnnxValue> { ["z"] = x }));
        Assert.Throws<OnnxException>(() => session.Run(new Dictionary<string, OnnxValue>()));
    }

    [Fact]
    public void Elements_of_another_type_are_an_error()
    {
        using var x = OnnxValue.Over([0f], 1);
        Assert.Throws<OnnxException>(() => x.Span<long>());
    }

    [Fact]
    public void Same_inputs_give_the_same_bits()
    {
        var model = Model([Node("Gemm", ["x", "w"], ["h"]), Node("Softmax", ["h"], ["y"])], [Floats("w", [64, 50], Numbers(64 * 50))], [Port("x", -1, 64)], [Port("y", -1, 50)]);
        var first = Once();
        Assert.Equal(first, Once());

        int[] Once()
        {
            using var session = OnnxEngine.Load(model);
            using var x = OnnxValue.Over(Numbers(9 * 64), 9, 64);
            using var run = session.Run(x);
            return [.. run["y"].ToFloats().Select(BitConverter.SingleToInt32Bits)];
        }
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(static i => MathF.Sin(i))];
}
