using System.Diagnostics;
using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

/// <summary>Models of seven architectures, trained and exported by torch.</summary>
public sealed class ZooGradientTests
{
    private const int Batch = 8;

    [ZooFact]
    public void Every_model_has_an_exact_gradient() => Assert.All(Models(), static path =>
    {
        using var gradient = OnnxGradient.Compile(ModelProto.Parse(File.ReadAllBytes(path)));
        Assert.Null(gradient.Reason);
        Assert.Equal(10, gradient.Classes);
        Assert.Equal([3, 32, 32], gradient.Example);
    });

    // A rectifier or a pool may stand on an edge, where torch takes another slope: few models, small parts of them.
    [TorchFact]
    public void Gradients_are_those_of_torch()
    {
        var folder = Directory.CreateTempSubdirectory("gradients");
        try
        {
            var models = Models();
            var lines = models.Select((path, i) => Ours(path, Path.Combine(folder.FullName, i.ToString("000", null)))).ToArray();
            RunTorch(lines);
            double[] errors = [.. Enumerable.Range(0, models.Length).Select(i => Error(Path.Combine(folder.FullName, i.ToString("000", null)))).Order()];
            Assert.True(errors[errors.Length * 9 / 10] < 2e-6, $"nine tenths are within {errors[errors.Length * 9 / 10]:E1}");
            Assert.True(errors[^1] < 2e-2, $"the worst is {errors[^1]:E1} off");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Models() => [.. Directory.GetFiles(ZooFactAttribute.Folder!, "*.onnx").Order(StringComparer.Ordinal)];

    private static string Ours(string model, string start)
    {
        using var gradient = OnnxGradient.Compile(ModelProto.Parse(File.ReadAllBytes(model)));
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, Batch * gradient.Size).Select(_ => random.NextSingle())];
        float[] dlogits = [.. Enumerable.Range(0, Batch * gradient.Classes).Select(_ => random.NextSingle() - .5f)];
        using var pass = gradient.Forward(x, Batch);
        Write(start + ".x", x);
        Write(start + ".dlogits", dlogits);
        Write(start + ".ours", pass.Backward(dlogits));
        return $"{model} {start}.x {start}.dlogits {start}.torch {Batch}";
    }

    private static void RunTorch(string[] lines)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Behavior", "Autodiff", "torch_gradient.py");
        using var python = Process.Start(new ProcessStartInfo(TorchFactAttribute.Python, [script, "1"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = python.StandardOutput.ReadToEndAsync();
        foreach (var line in lines)
            python.StandardInput.WriteLine(line);
        python.StandardInput.Close();
        python.WaitForExit();
        Assert.Equal(lines.Length, output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static double Error(string start)
    {
        var (ours, torch) = (Read(start + ".ours"), Read(start + ".torch"));
        return Math.Sqrt(ours.Zip(torch, static (a, b) => (double)(a - b) * (a - b)).Sum() / torch.Sum(static value => (double)value * value));
    }

    private static void Write(string path, ReadOnlySpan<float> values) => File.WriteAllBytes(path, MemoryMarshal.AsBytes(values));

    private static float[] Read(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
}
