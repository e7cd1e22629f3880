using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Tests.Fuzz;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints;

public sealed class CheckpointReaderTests
{
    [Fact]
    public void Tensors_of_gguf_are_rows_of_blocks()
    {
        var file = WeightFiles.Read(SampleFile.Read("weights", "llama.gguf"));
        var query = file.Find("blk.0.attn_q.weight")!;

        Assert.Equal(("Q8_0", 32L, 32L, true), (query.Type, query.Rows, query.Columns, query.IsMatrix));
        Assert.Equal(32, query.ReadRows().Count());
        Assert.Equal("os.system", file.Tokenizer!.Text(68));
        Assert.Equal(1, file.Tokenizer.Roles["bos_token_id"]);
    }

    [Fact]
    public void Parts_make_one_model()
    {
        var tensors = WeightFiles.Model();
        var whole = CheckpointReader.Read([new MemorySource(WeightFiles.SafeTensors(tensors[..7])), new MemorySource(WeightFiles.SafeTensors(tensors[7..]))], "the model");

        Assert.Equal(tensors.Select(static tensor => tensor.Name).Order(StringComparer.Ordinal), whole.Tensors.Select(static tensor => tensor.Name));
    }

    [Fact]
    public void Tensor_in_two_parts_is_refused()
    {
        var file = WeightFiles.SafeTensors(WeightFiles.Model());
        Assert.Contains("twice", Assert.Throws<BehaviorInputException>(() => CheckpointReader.Read([new MemorySource(file), new MemorySource(file)], "the model")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,16]}}""")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,160]}}""")]
    public void Header_that_lies_is_refused(string header) =>
        Assert.Throws<BehaviorInputException>(() => WeightFiles.Read(Samples.SafeTensorsOf(header, new byte[16])));

    [Fact]
    public void Other_format_is_refused() => Assert.Contains("safetensors or GGUF", Assert.Throws<BehaviorInputException>(() => WeightFiles.Read(Samples.Pickle)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_files_are_refused_or_looked_at(int seed)
    {
        var mutator = new ByteMutator(new Random(seed));
        byte[][] seeds = [SampleFile.Read("weights", "llama.gguf"), SampleFile.Read("weights", "model.safetensors"), WeightFiles.SafeTensors(WeightFiles.Adapter()[..4])];
        var read = 0;
        for (var i = 0; i < 1500; i++)
        {
            var (model, reference) = (mutator.Mutate(seeds[i % 3], seeds[(i + 1) % 3]), seeds[i % 3]);
            try
            {
                var context = new CheckpointContext(WeightFiles.Read(model), Companions.None, (WeightFiles.Read(reference), Companions.None), []);
                read += CheckpointRun.Of(context, BehaviorTier.Standard, [], static _ => { }).Checks.Count > 0 ? 1 : 0;
            }
            catch (BehaviorInputException)
            {
                // that is what it is for
            }
        }

        Assert.True(read > 100, $"{read} of 1500 were looked at");
    }
}
