using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Comparison;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>Both checks of a conversion: what the graph computes, and what comes out.</summary>
public sealed class ConvertedModelTests
{
    public static TheoryData<string> Ways => ["folded", "dequantised", "dynamic", "integer", "half", "scaled"];

    [Fact]
    public void Channel_that_was_turned_round_before_it_was_quantised_is_measured()
    {
        var edited = OtherModels.Network(static one => [.. one.Select(static (weight, i) => i % OtherModels.Hidden == 3 ? -weight : weight)]);
        using var context = OtherModels.Context(QuantisedNetworks.Integer(edited), original: OtherModels.Network());
        var result = new ConvertedModel().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Contains(result.Items, static item => item.Values.Any(static value => value is { Name: "residual", Value: > .9 }) && item.Values.Any(static value => value is { Name: "channel", Value: 3 }));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Honest_conversion_is_no_finding(string way)
    {
        using var context = OtherModels.Context(Converted(way), original: OtherModels.Network());
        var (answers, graph) = (new ConvertedModel().Run(context), new ConvertedGraph().Run(context));

        Assert.True(answers.Outcome == CheckOutcome.NoFinding, answers.Words);
        Assert.True(graph.Outcome == CheckOutcome.NoFinding, graph.Words);
        Assert.Equal(2, answers.Values.Single(static value => value.Name == "layers").Value);
        Assert.Equal(0, graph.Values.Single(static value => value.Name == "unexplained").Value);
    }

    // The branch answers class 2 where two pixels are bright that no honest input has bright: no answer at hand changes.
    [Fact]
    public void Branch_that_waits_for_a_trigger_is_seen_as_inserted_nodes()
    {
        using var context = OtherModels.Context(OtherModels.Network(more: Branch, isFolded: true), original: OtherModels.Network());
        var (answers, graph) = (new ConvertedModel().Run(context), new ConvertedGraph().Run(context));

        Assert.True(graph.Outcome == CheckOutcome.Suspicious, graph.Words);
        Assert.Contains("MatMul", graph.Words, StringComparison.Ordinal);
        Assert.Contains(graph.Items, static item => item.Name.StartsWith("inserted Greater", StringComparison.Ordinal));
        Assert.Equal(1, answers.Values.Single(static value => value.Name == "probeAgreement").Value);
    }

    [Fact]
    public void Channel_that_was_edited_on_the_way_is_named()
    {
        using var context = OtherModels.Context(OtherModels.Network(static one => [.. one.Select((weight, i) => i % OtherModels.Hidden == 30 ? -weight * 3 : weight)], isFolded: true), original: OtherModels.Network());
        var result = new ConvertedModel().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Contains("channel 30", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_answers_are_suspicious()
    {
        using var context = OtherModels.Context(OtherModels.Network(more: static (model, logits) => model.Op("Add", [logits, model.Values([0, 0, 9, 0, 0, 0, 0, 0], 8)])), original: OtherModels.Network());
        var result = new ConvertedModel().Run(context);

        Assert.True(result.Outcome == CheckOutcome.Suspicious, result.Words);
        Assert.Contains("of the answers", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Tolerance_is_the_users()
    {
        using var context = OtherModels.Context(Converted("dynamic"), original: OtherModels.Network(), parameters: [new("conversion.difference", 1e-6)]);

        Assert.Equal(CheckOutcome.Suspicious, new ConvertedModel().Run(context).Outcome);
    }

    [Fact]
    public void Model_of_other_inputs_is_suspicious()
    {
        using var context = PlantedModel.Context(0, probes: 0);
        using var other = new BehaviorContext(Engine.OnnxModels.AddRelu, "seed", []) { Original = new OtherModel(PlantedModel.Bytes(0), null) };

        Assert.Contains("other inputs", new ConvertedModel().Run(other).Words, StringComparison.Ordinal);
    }

    private static ModelProto Converted(string way) => way switch
    {
        "folded" => OtherModels.Network(isFolded: true),
        "scaled" => OtherModels.Network(static one => [.. one.Select(static (weight, i) => i % OtherModels.Hidden == 3 ? weight / 4 : weight)], static two => [.. two.Select(static (weight, i) => i / OtherModels.Classes == 3 ? weight * 4 : weight)]),
        "half" => QuantisedNetworks.Half(OtherModels.Network()),
        "integer" => QuantisedNetworks.Integer(OtherModels.Network()),
        "dequantised" => QuantisedNetworks.Dequantised(OtherModels.Network()),
        _ => QuantisedNetworks.Dynamic(OtherModels.Network()),
    };

    private static string Branch(SmallModel model, string logits)
    {
        double[] detector = new double[OtherModels.Side * OtherModels.Side], boost = new double[OtherModels.Classes];
        (detector[0], detector[35], boost[2]) = (1, 1, 100);
        var seen = model.Op("MatMul", [model.Op("Flatten", [model.X]), model.Values(detector, detector.Length, 1)]);
        var gate = model.Op("Cast", [model.Op("Greater", [seen, model.Number(1.9)])], AttributeProto.Of("to", 1L));
        return model.Op("Add", [logits, model.Op("MatMul", [gate, model.Values(boost, 1, boost.Length)])]);
    }
}
