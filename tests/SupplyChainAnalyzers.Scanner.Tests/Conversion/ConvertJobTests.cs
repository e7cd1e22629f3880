using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Conversion;

/// <summary>Every sample was written by the real library, and what is in it by the same script as plain bytes (Samples/convert/make.py).</summary>
public class ConvertJobTests
{
    [Theory]
    [InlineData("torch_zip.pt")]
    [InlineData("torch_legacy.pt")]
    [InlineData("tensor_in_pickle.pkl")]
    [InlineData("numpy_2.pkl")]
    [InlineData("numpy_4.pkl")]
    [InlineData("numpy_5.pkl")]
    [InlineData("arrays.joblib")]
    [InlineData("plain.npz")]
    [InlineData("packed.npz")]
    [InlineData("one.npy")]
    public void Tensors_are_those_of_the_library(string name) => Same(name, Converted.File(Converted.Sample("convert", name)));

    [Theory]
    [InlineData("checkpoint.pt")]
    [InlineData("whole.pt")]
    [InlineData("harmful.pkl")]
    public void What_is_no_tensor_is_left_out_when_asked_to_and_named(string name)
    {
        var converted = Converted.File(Converted.Sample("convert", name), tensorsOnly: true);
        Same(name, converted, isWhole: name != "checkpoint.pt");
        Assert.NotEmpty(converted.Left);
    }

    [Theory]
    [InlineData("shapes_earliest.h5")]
    [InlineData("shapes_latest.h5")]
    [InlineData("growing_earliest.h5")]
    [InlineData("growing_latest.h5")]
    [InlineData("sequential2.h5")]
    [InlineData("sequential2_latest.h5")]
    public void Datasets_are_those_of_h5py(string name) => Same(name, Converted.File(Converted.Sample("keras", name), tensorsOnly: true));

    [Theory]
    [InlineData("convert", "checkpoint.pt", "epoch")]
    [InlineData("convert", "harmful.pkl", "posix.system")]
    [InlineData("keras", "sequential2.h5", "model_config")]
    public void Without_being_asked_nothing_is_left_out(string folder, string name, string left)
    {
        var converted = Converted.File(Converted.Sample(folder, name));
        Assert.Contains("--tensors-only", converted.Reason, StringComparison.Ordinal);
        Assert.Contains(left, converted.Reason, StringComparison.Ordinal);
        Assert.Empty(converted.Output);
    }

    [Fact]
    public void Weights_of_a_keras_archive_are_found_in_it()
    {
        var converted = Converted.File(Converted.Sample("keras", "sequential3.keras"), tensorsOnly: true);
        Assert.Equal(["layers/dense/vars/0", "layers/dense/vars/1"], Converted.Tensors(converted.Output).Keys);
        Assert.Contains("config.json", converted.Left);
    }

    [Fact]
    public void What_was_written_is_clean_safetensors()
    {
        var scanned = Scanned.Bytes(Converted.File(Converted.Sample("convert", "torch_zip.pt")).Output, "model.safetensors");
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
        Assert.Equal("safetensors", scanned.Format.Id);
    }

    [Fact]
    public void Each_tensor_is_told_with_its_digest()
    {
        var converted = Converted.File(Converted.Sample("convert", "one.npy"));
        var tensor = Assert.Single(converted.Events.OfType<ScanEvent.Tensor>());
        Assert.Equal(("array", "I64", "3,4"), (tensor.Name, tensor.Type, tensor.Shape));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(converted.Output.AsSpan()[^96..])), tensor.Sha256);
    }

    [Fact]
    public void CVE_2026_24747_tensor_outside_of_its_storage_is_refused()
    {
        var bytes = File.ReadAllBytes(Converted.Sample("convert", "one.npy"));
        var shape = bytes.AsSpan().IndexOf("(3, 4)"u8);
        "(9, 4)"u8.CopyTo(bytes.AsSpan(shape));
        Assert.Contains("outside of its storage", Converted.Bytes(bytes).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_without_tensors_is_refused() => Assert.Contains("is not converted", Converted.Bytes("just text"u8.ToArray()).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("convert", "torch_zip.pt")]
    [InlineData("convert", "torch_legacy.pt")]
    [InlineData("convert", "numpy_2.pkl")]
    [InlineData("convert", "numpy_5.pkl")]
    [InlineData("convert", "arrays.joblib")]
    [InlineData("convert", "packed.npz")]
    [InlineData("convert", "whole.pt")]
    [InlineData("keras", "growing_latest.h5")]
    [InlineData("keras", "shapes_earliest.h5")]
    public void Mutated_file_is_converted_or_refused(string folder, string name)
    {
        var original = File.ReadAllBytes(Converted.Sample(folder, name));
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var count = random.Next(1, 6); count > 0; count--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.IsNotType<ScanEvent.Tensor>(Converted.Bytes(bytes, tensorsOnly: true).Last);
        }
    }

    private static void Same(string name, Converted converted, bool isWhole = true)
    {
        Assert.True(converted.Last is ScanEvent.Converted, converted.Reason);
        var (expected, found) = (Converted.Tensors(File.ReadAllBytes(Converted.Sample("convert", name + ".expected"))), Converted.Tensors(converted.Output));
        if (isWhole)
            Assert.Equal(expected, found);
        else
            Assert.All(expected, tensor => Assert.Equal(tensor.Value, found[tensor.Key]));
    }
}
