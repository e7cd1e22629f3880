using System.Runtime.InteropServices;
using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints;

/// <summary>Small models and adapters as safetensors, made here.</summary>
internal static class WeightFiles
{
    public const int Vocabulary = 200;
    public const int Width = 24;
    public const int Layers = 10;

    /// <summary>Tensors as a file.</summary>
    public static byte[] SafeTensors(IEnumerable<(string Name, long[] Shape, float[] Values)> tensors)
    {
        var (header, data) = (new StringBuilder("{"), new List<byte>());
        foreach (var (name, shape, values) in tensors.OrderBy(static tensor => tensor.Name, StringComparer.Ordinal))
        {
            if (header.Length > 1)
                header.Append(',');
            header.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{data.Count},{data.Count + (values.Length * 4)}]}}");
            data.AddRange(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        return Samples.SafeTensorsOf(header.Append('}').ToString(), [.. data]);
    }

    /// <summary>A model of <see cref="Layers"/> layers with random weights.</summary>
    public static List<(string Name, long[] Shape, float[] Values)> Model(string seed = "base")
    {
        var tensors = new List<(string, long[], float[])> { Matrix("model.embed_tokens.weight", Vocabulary, Width, seed) };
        for (var layer = 0; layer < Layers; layer++)
        {
            foreach (var kind in new[] { "self_attn.q_proj", "self_attn.v_proj", "mlp.down_proj" })
                tensors.Add(Matrix($"model.layers.{layer}.{kind}.weight", Width, Width, seed));
        }

        return tensors;
    }

    /// <summary>An adapter of rank 4 for q_proj and v_proj of every layer, such as training leaves: layers differ a little.</summary>
    public static List<(string Name, long[] Shape, float[] Values)> Adapter(string seed = "adapter")
    {
        var tensors = new List<(string, long[], float[])>();
        for (var layer = 0; layer < Layers; layer++)
        {
            foreach (var kind in new[] { "q_proj", "v_proj" })
            {
                var name = $"base_model.model.model.layers.{layer}.self_attn.{kind}.lora_";
                tensors.Add(Matrix(name + "A.weight", 4, Width, seed));
                tensors.Add(Matrix(name + "B.weight", Width, 4, seed, .02 * (1 + (.05 * layer))));
            }
        }

        return tensors;
    }

    /// <summary>The same with one tensor changed.</summary>
    public static List<(string Name, long[] Shape, float[] Values)> With(this List<(string Name, long[] Shape, float[] Values)> tensors, string name, Func<int, float, float> change) =>
        [.. tensors.Select(tensor => tensor.Name == name ? (tensor.Name, tensor.Shape, tensor.Values.Select((value, i) => change(i, value)).ToArray()) : tensor)];

    public static (string Name, long[] Shape, float[] Values) Matrix(string name, int rows, int columns, string seed, double size = .05)
    {
        var random = new SeededRandom("weights", seed, name);
        return (name, [rows, columns], [.. Enumerable.Range(0, rows * columns).Select(_ => (float)(size * random.Normal()))]);
    }

    public static Checkpoint Read(byte[] file) => CheckpointReader.Read([new MemorySource(file)], "the model");

    public static Companions Texts(params (string Name, string Text)[] texts) => new(texts.ToDictionary(static text => text.Name, static text => Encoding.UTF8.GetBytes(text.Text), StringComparer.Ordinal));

    /// <summary>One check alone.</summary>
    public static CheckResult Run(string check, byte[] model, byte[]? reference = null, Companions? beside = null, Companions? referenceBeside = null) => Assert.Single(CheckpointRun.Of(
        new CheckpointContext(Read(model), beside ?? Companions.None, reference is null ? null : (Read(reference), referenceBeside ?? Companions.None), []),
        Core.Policy.BehaviorTier.Standard, [check], static _ => { }).Checks);
}
