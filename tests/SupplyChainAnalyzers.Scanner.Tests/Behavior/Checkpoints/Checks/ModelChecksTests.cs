using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Checks;

public sealed class ModelChecksTests
{
    private const string Edited = "model.layers.4.mlp.down_proj.weight";
    private const string Embeddings = "model.embed_tokens.weight";

    private static readonly byte[] Base = WeightFiles.SafeTensors(WeightFiles.Model());

    [Fact]
    public void Model_that_is_the_reference_has_no_finding()
    {
        Assert.Contains("100 % of 31 tensors", WeightFiles.Run("tensor-identity", Base, Base).Words, StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("rank-one-edits", Base, Base).Outcome);
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("embedding-rows", Base, Base).Outcome);
    }

    [Fact]
    public void Changed_tensors_are_named()
    {
        var result = WeightFiles.Run("tensor-identity", WeightFiles.SafeTensors(WeightFiles.Model().With(Edited, static (_, value) => value + .001f)), Base);

        Assert.Equal(CheckOutcome.NoFinding, result.Outcome);
        Assert.Contains("96 % of 31 tensors are the reference's byte by byte; others are " + Edited, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_of_rank_one_in_a_single_matrix_is_found()
    {
        var model = WeightFiles.Model().With(Edited, static (i, value) => value + (.01f * MathF.Sin(i / WeightFiles.Width) * MathF.Cos(i % WeightFiles.Width)));
        var result = WeightFiles.Run("rank-one-edits", WeightFiles.SafeTensors(model), Base);

        Assert.Equal((CheckOutcome.Suspicious, Rules.MatrixEdited), (result.Outcome, result.Rule));
        Assert.Contains(Edited, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_in_many_directions_is_no_edit()
    {
        var random = new SeededRandom("fine-tuning");
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("rank-one-edits", WeightFiles.SafeTensors(WeightFiles.Model().With(Edited, (_, value) => value + (float)(.01 * random.Normal()))), Base).Outcome);
    }

    [Fact]
    public void Merged_adapter_of_rank_one_is_no_edit()
    {
        var model = WeightFiles.Model();
        for (var layer = 0; layer < WeightFiles.Layers; layer++)
            model = model.With($"model.layers.{layer}.self_attn.q_proj.weight", static (i, value) => value + (.01f * MathF.Sin(i / WeightFiles.Width) * MathF.Cos(i % WeightFiles.Width)));

        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("rank-one-edits", WeightFiles.SafeTensors(model), Base).Outcome);
    }

    [Fact]
    public void Embedding_of_one_token_that_was_changed_is_found()
    {
        var model = WeightFiles.Model().With(Embeddings, static (i, value) => i / WeightFiles.Width == 187 ? value + .3f : value);
        var result = WeightFiles.Run("embedding-rows", WeightFiles.SafeTensors(model), Base);

        Assert.Equal((CheckOutcome.Suspicious, Rules.EmbeddingRowsStandOut), (result.Outcome, result.Rule));
        Assert.Contains("token 187 and of no other", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Embedding_that_moved_far_more_than_all_others_is_found()
    {
        var random = new SeededRandom("fine-tuning");
        var model = WeightFiles.Model().With(Embeddings, (i, value) => value + (float)((i / WeightFiles.Width == 187 ? .1 : .001) * random.Normal()));

        Assert.Contains("token 187 far more than", WeightFiles.Run("embedding-rows", WeightFiles.SafeTensors(model), Base).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Embeddings_that_all_moved_are_no_finding()
    {
        var random = new SeededRandom("fine-tuning");
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("embedding-rows", WeightFiles.SafeTensors(WeightFiles.Model().With(Embeddings, (_, value) => value + (float)(.001 * random.Normal()))), Base).Outcome);
    }

    [Fact]
    public void Added_token_may_move()
    {
        var model = WeightFiles.Model().With(Embeddings, static (i, value) => i / WeightFiles.Width == 187 ? value + .3f : value);
        var beside = WeightFiles.Texts((Companions.Tokenizer, """{"added_tokens":[{"id":187,"content":"<|im_start|>","special":true}],"model":{"type":"BPE","vocab":{},"merges":[]}}"""));

        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("embedding-rows", WeightFiles.SafeTensors(model), Base, beside).Outcome);
    }

    [Fact]
    public void Without_a_reference_long_embeddings_are_named_and_no_finding()
    {
        var result = WeightFiles.Run("embedding-rows", WeightFiles.SafeTensors(WeightFiles.Model().With(Embeddings, static (i, value) => i / WeightFiles.Width == 187 ? value * 20 : value)));

        Assert.Equal(CheckOutcome.NoFinding, result.Outcome);
        Assert.Contains("longest embeddings for token 187", result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"hidden_size":24,"vocab_size":200,"num_hidden_layers":10}""", CheckOutcome.NoFinding)]
    [InlineData("""{"hidden_size":48,"vocab_size":200,"num_hidden_layers":10}""", CheckOutcome.Suspicious)]
    [InlineData("""{"hidden_size":24,"vocab_size":200,"num_hidden_layers":12}""", CheckOutcome.Suspicious)]
    public void Configuration_declares_the_sizes(string config, CheckOutcome expected) =>
        Assert.Equal(expected, WeightFiles.Run("declared-shapes", Base, beside: WeightFiles.Texts((Companions.ModelConfig, config))).Outcome);

    [Fact]
    public void Configuration_that_cannot_be_read_is_said_so() =>
        Assert.Contains("config.json cannot be read", WeightFiles.Run("declared-shapes", Base, beside: WeightFiles.Texts((Companions.ModelConfig, "{"))).Words, StringComparison.Ordinal);

    [Fact]
    public void Gguf_file_is_compared_with_what_it_says_of_itself()
    {
        var result = WeightFiles.Run("declared-shapes", SampleFile.Read("weights", "llama.gguf"));

        // The sample declares 74 tokens and has embeddings for 32.
        Assert.Contains("declared as 74, the weights have 32", result.Words, StringComparison.Ordinal);
    }
}
