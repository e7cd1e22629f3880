using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.NumPy;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats;

/// <summary>Each probe by itself: what it refuses, and why.</summary>
public class HeaderProbeTests
{
    [Theory]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", null)]
    [InlineData("""{"__metadata__":{"format":"pt"},"w":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}   """, null)]
    [InlineData("""{"w":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", "describes 3 bytes")]
    [InlineData("""{"w":{"dtype":"U8","shape":[5],"data_offsets":[0,5]}}""", "no place")]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,3]}}""", "takes 3 bytes")]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,5]}}""", "takes 5 bytes")]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", "no usable type, shape and place")]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[-1,4]}}""", "no usable type, shape and place")]
    [InlineData("""{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,18446744073709551615]}}""", "no usable type, shape and place")]
    [InlineData("""{"w\u001b[31m":{"dtype":"U8","shape":[4]}}""", @"w\u{1B}[31m")]
    [InlineData("""{"w":1}""", "describes 0 bytes")]
    [InlineData("""[]""", "no JSON object")]
    [InlineData("""{"w":""", "its header")]
    [InlineData("""{"w":{},"w":{}}""", "its header")]
    public void Safetensors_header_fits_its_data(string header, string? fault) =>
        AssertFault(fault, new SafeTensorsProbe(), Samples.SafeTensorsOf(header, new byte[4]));

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(9UL << 20)]
    [InlineData(1000UL)]
    public void Safetensors_header_ends_within_the_file(ulong length) => AssertFault("header", new SafeTensorsProbe(), [.. Samples.U64(length), .. new byte[100]]);

    [Theory]
    [InlineData(4, 4u, "version 4")]
    [InlineData(4, 0x03000000u, "do not fit")]
    [InlineData(8, 1000u, "do not fit")]
    [InlineData(12, 0xFFFFFFFFu, "do not fit")]
    [InlineData(16, 1000u, "do not fit")]
    [InlineData(20, 0xFFFFFFFFu, "do not fit")]
    [InlineData(24, 0u, "0 bytes")]
    [InlineData(24, 70000u, "70000 bytes")]
    [InlineData(24, 1000u, "a key")]
    [InlineData(32, 0x1b1b1b1bu, "not printable")]
    public void Gguf_counts_and_key_are_possible(int offset, uint value, string fault)
    {
        var bytes = Samples.Gguf;
        Samples.U32(value).CopyTo(bytes, offset);
        AssertFault(fault, new GgufProbe(), bytes);
    }

    [Fact]
    public void Gguf_of_the_first_version_counts_in_four_bytes() =>
        AssertFault(null, new GgufProbe(), [.. Samples.Text("GGUF"), .. Samples.U32(1), .. Samples.U32(0), .. Samples.U32(1), .. Samples.U32(3), .. Samples.Text("a.b"), .. new byte[20]]);

    [Theory]
    [InlineData(new byte[] { 0x08, 8, 0x3a, 0 }, null)]
    [InlineData(new byte[] { 0x08, 8 }, "no graph")]
    [InlineData(new byte[] { 0x08, 8, 0x3a, 5, 1 }, "longer than the file")]
    [InlineData(new byte[] { 0x3a, 0, 0x4a, 0 }, "field 9")]
    [InlineData(new byte[] { 0x3a, 0, 0x0a, 0 }, "field 1 ")]
    [InlineData(new byte[] { 0x3a, 0, 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 }, "ten bytes")]
    [InlineData(new byte[] { 0x3a, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 }, "longer than the file")]
    [InlineData(new byte[] { 0x3a, 0, 0x80 }, "ends within a number")]
    public void Onnx_fields_are_those_of_a_model(byte[] bytes, string? fault) => AssertFault(fault, new OnnxProbe(), bytes);

    [Theory]
    [InlineData(6, 9, "version 9")]
    [InlineData(9, 0xFF, "larger than")]
    [InlineData(8, 0, "describes no array")]
    [InlineData(10, (byte)'[', "describes no array")]
    public void NumPy_header_is_one(int offset, byte value, string fault)
    {
        var bytes = Samples.NumPy;
        bytes[offset] = value;
        AssertFault(fault, new NumPyProbe(), bytes);
    }

    [Fact]
    public void Joblib_is_told_from_other_pickles_by_its_wrapper()
    {
        byte[] bytes = [0x80, 4, .. Samples.Text("cjoblib.numpy_pickle\nNumpyArrayWrapper\n"), (byte)'b', 0xFE, 0xFE];
        Assert.Equal(ModelFormats.Joblib, new PickleProbe().Probe(new MemorySource(bytes), ModelFormats.Pickle));
    }

    private static void AssertFault(string? fault, IFormatProbe probe, byte[] bytes)
    {
        if (fault is null)
        {
            Assert.Equal(probe.Sniffed[0], probe.Probe(new MemorySource(bytes), probe.Sniffed[0]));
            return;
        }

        var e = Assert.Throws<DamagedFileException>(() => probe.Probe(new MemorySource(bytes), probe.Sniffed[0]));
        Assert.Contains(fault, e.Message);
        Assert.InRange(e.Offset, 0, bytes.Length);
    }
}
