using System.Text.Json;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Poisoning;

/// <summary>What NumPy, SciPy and scikit-learn give for numbers made by a formula: <c>reference.py</c> wrote it.</summary>
internal static class Reference
{
    private const int Width = 14;
    private static readonly (int Honest, int Poisoned)[] Sizes = [(40, 20), (50, 10), (45, 0)];

    public static JsonElement Expected { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Behavior", "Poisoning", "reference.json"))).RootElement;

    public static JsonElement Class(int label) => Expected.GetProperty("classes")[label];

    public static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(static number => number.GetDouble())];

    public static int[] Places(JsonElement element) => [.. element.EnumerateArray().Select(static number => number.GetInt32())];

    public static double Number(int i) => (((double)i * i * 0.6180339887498949) + (i * 0.4142135623730951)) % 1;

    /// <summary>Three classes; the second part of the first two lies apart from the rest of its class.</summary>
    public static (float[][] Features, int[] Labels) Features()
    {
        var (rows, labels, at) = (new List<float[]>(), new List<int>(), 1);
        for (var label = 0; label < Sizes.Length; label++)
        {
            for (var k = 0; k < Sizes[label].Honest + Sizes[label].Poisoned; k++, at += Width)
            {
                var row = new float[Width];
                for (var j = 0; j < Width; j++)
                    row[j] = (float)(Number(at + j) + (j == label ? 2 : 0) + (k < Sizes[label].Honest ? 0 : j == 9 ? 3 : j == 10 ? 2 : 0));
                rows.Add(row);
                labels.Add(label);
            }
        }

        return ([.. rows], [.. labels]);
    }
}
