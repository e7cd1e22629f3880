using System.Text;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>The verb with the real scanner behind it.</summary>
public sealed class ConvertCommandTests
{
    // A .npy file of four bytes, and a pickle of {'w': 1}.
    private static readonly byte[] Array = [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. Encoding.ASCII.GetBytes("{'descr': '|u1', 'fortran_order': False, 'shape': (4,), }".PadRight(117) + "\n"), 1, 2, 3, 4];
    private static readonly byte[] Pickle = [0x80, 2, .. "}X\u0001\u0000\u0000\u0000wK\u0001s."u8];

    [Fact]
    public void Tensors_are_written_beside_the_file_and_counted()
    {
        using var folder = new CliFolder().Write("m/a.npy", Array);
        Assert.Equal("m/a.npy (NumPy array): 1 tensor written to m/a.safetensors (100 bytes) and compared, nothing left out\n", folder.Run("convert", "m/a.npy", "--to", "safetensors").Ended(0).Out);
        Assert.Equal([1, 2, 3, 4], File.ReadAllBytes(Path.Combine(folder.Root, "m", "a.safetensors"))[^4..]);
    }

    [Fact]
    public void File_without_a_tensor_is_1_and_nothing_is_written()
    {
        using var folder = new CliFolder().Write("m.pkl", Pickle);
        Assert.Contains("no tensor", folder.Run("convert", "m.pkl").Ended(1).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Root, "m.safetensors")));
    }

    [Fact]
    public void File_that_is_there_is_replaced_only_when_asked_to()
    {
        using var folder = new CliFolder().Write("a.npy", Array).Write("b", [1]);
        Assert.Contains("is there already", folder.Run("convert", "a.npy", "--into", "b").Ended(1).Out, StringComparison.Ordinal);
        folder.Run("convert", "a.npy", "--into", "b", "--overwrite").Ended(0);
    }

    [Fact]
    public void Json_names_every_tensor()
    {
        using var folder = new CliFolder().Write("a.npy", Array);
        var root = JsonReader.Parse(folder.Run("convert", "a.npy", "--format", "json").Ended(0).Out, JsonLimits.Default).Root!;
        var tensor = Assert.Single(root.Find("tensors")!.Items);
        Assert.Equal(("array", "U8", "4"), (tensor.Find("name")!.StringValue, tensor.Find("type")!.StringValue, tensor.Find("shape")!.StringValue));
        Assert.Equal("a.safetensors", root.Find("output")!.Find("path")!.StringValue);
    }

    [Theory]
    [InlineData("gone.pt")]
    [InlineData("a.npy", "--to", "onnx")]
    public void Wrong_use_is_2(params string[] arguments)
    {
        using var folder = new CliFolder().Write("a.npy", Array);
        folder.Run(["convert", .. arguments]).Ended(2);
    }
}
