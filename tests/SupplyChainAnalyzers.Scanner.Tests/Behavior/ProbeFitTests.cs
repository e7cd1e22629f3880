using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

public sealed class ProbeFitTests
{
    private const int Classes = 5;
    private const int Count = 100;

    private static readonly int[] Even = [.. Enumerable.Range(0, Count).Select(static i => i % Classes)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Model_that_tells_inputs_apart_answers(bool isLabelled) => Assert.Equal(Even, ProbeFit.Answers(Rows(Even, 6), Classes, isLabelled ? Even : null));

    [Fact]
    public void Model_that_is_right_in_three_of_four_is_good_enough() =>
        Assert.Equal(Count, ProbeFit.Answers(Rows([.. Even.Select(static (label, i) => i % 4 < 3 ? label : (label + 1) % Classes)], 6), Classes, Even).Length);

    [Fact]
    public void Labels_that_count_otherwise_are_told_from_a_finding() =>
        Assert.Contains("0 % of the probe's inputs what their labels say", Skipped(Rows(Even, 6), [.. Even.Select(static label => (label + 1) % Classes)]), StringComparison.Ordinal);

    [Fact]
    public void One_answer_for_everything_is_no_agreement_even_if_most_inputs_are_of_that_class() =>
        Assert.Contains("too little beyond chance", Skipped(Rows(new int[Count], 6), [.. Even.Select(static (label, i) => i < 80 ? 0 : label)]), StringComparison.Ordinal);

    [Fact]
    public void Without_labels_one_answer_for_most_is_no_answer() =>
        Assert.Contains("70 % of the probe's inputs for one class", Skipped(Rows([.. Even.Select(static (label, i) => i < 70 ? 2 : (label % 2) + 3)], 6), null), StringComparison.Ordinal);

    [Fact]
    public void Without_labels_answers_must_be_sure() => Assert.Contains("give --labels", Skipped([.. Rows(Even, .5f).Select(static logit => logit - 1)], null), StringComparison.Ordinal);

    [Fact]
    public void Probabilities_count_as_they_are() => Assert.Equal(Even, ProbeFit.Answers(Rows(Even, .8f), Classes, null));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Numbers_that_are_none_are_no_answers(float number)
    {
        var rows = Rows(Even, 6);
        rows[^1] = number;
        Assert.Throws<OnnxException>(() => ProbeFit.Answers(rows, Classes, Even));
    }

    private static string Skipped(float[] rows, int[]? labels) => Assert.Throws<CheckSkippedException>(() => ProbeFit.Answers(rows, Classes, labels)).Message;

    private static float[] Rows(int[] answers, float height) => [.. answers.SelectMany(answer => Enumerable.Range(0, Classes).Select(each => each == answer ? height : 0))];
}
