using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats;

public class FormatIdentifierTests
{
    public static readonly Dictionary<string, (string Format, byte[] Bytes)> Whole = new()
    {
        ["pickle 2"] = ("pickle", Samples.Pickle),
        ["pickle 0"] = ("pickle", Samples.TextPickle),
        ["pytorch"] = ("pytorch", Samples.PyTorch),
        ["torchscript"] = ("torchscript", Samples.TorchScript),
        ["keras"] = ("keras", Samples.Keras),
        ["npz"] = ("npz", Samples.NumPyZip),
        ["skops"] = ("skops", Samples.Skops),
        ["mar"] = ("mar", Samples.Mar),
        ["zip"] = ("zip", Samples.Zip(("a.txt", Samples.Text("a")))),
        ["tar"] = ("tar", Samples.Tar),
        ["nemo"] = ("nemo", Samples.NeMo),
        ["npy"] = ("npy", Samples.NumPy),
        ["safetensors"] = ("safetensors", Samples.SafeTensors),
        ["gguf"] = ("gguf", Samples.Gguf),
        ["onnx"] = ("onnx", Samples.Onnx),
        ["hdf5"] = ("hdf5", Samples.Hdf5Of("weights")),
        ["keras-h5"] = ("keras-h5", Samples.Hdf5Of("model_config")),
        ["json"] = ("json", Samples.Text("{\"a\": 1}\n")),
        ["empty"] = ("empty", []),
    };

    public static TheoryData<string> Names => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whole_file_is_what_it_is(string name)
    {
        var (format, bytes) = Whole[name];
        var found = FormatIdentifier.Identify(new MemorySource(bytes));
        Assert.Equal(format, found.Format.Id);
        Assert.Equal(found.Format.RunsCode ? [Rules.CodeFormat] : [], found.Findings.Select(static finding => finding.Rule));
    }

    [Theory]
    [InlineData("pickle 2")]
    [InlineData("pickle 0")]
    [InlineData("pytorch")]
    [InlineData("torchscript")]
    [InlineData("keras")]
    [InlineData("npz")]
    [InlineData("skops")]
    [InlineData("mar")]
    [InlineData("zip")]
    [InlineData("safetensors")]
    [InlineData("hdf5")]
    [InlineData("keras-h5")]
    public void File_without_its_last_byte_is_SCA3001(string name)
    {
        var found = FormatIdentifier.Identify(new MemorySource(Whole[name].Bytes[..^1]));
        Assert.Contains(Rules.Unscannable, found.Findings.Select(static finding => finding.Rule));
    }

    [Fact]
    public void Code_that_an_archive_hides_behind_its_first_entry_is_found()
    {
        var bytes = Samples.Zip(("readme.txt", new byte[10_000]), ("x/data.pkl", Samples.Pickle), ("x/version", Samples.Text("3")));
        Assert.Equal("pytorch", FormatIdentifier.Identify(new MemorySource(bytes)).Format.Id);
    }

    [Fact]
    public void File_with_an_archive_at_its_end_is_SCA3001()
    {
        byte[] bytes = [.. Samples.SafeTensorsOf("""{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", [0]), .. Samples.PyTorch];
        var finding = Assert.Single(FormatIdentifier.Identify(new MemorySource(bytes)).Findings, static finding => finding.Message.Contains("ends as a zip archive", StringComparison.Ordinal));
        Assert.Equal(Rules.Unscannable, finding.Rule);
        Assert.Equal(bytes.Length - 22, finding.Offset);
    }

    [Fact]
    public void Archive_at_the_end_is_told_though_its_records_contradict_one_another()
    {
        byte[] locator = [.. Samples.U32(0x07064b50), .. Samples.U32(0), .. Samples.U64(1), .. Samples.U32(1)];
        byte[] bytes = [.. Samples.Gguf, .. locator, .. Samples.Zip()];
        Assert.Equal(Rules.Unscannable, Assert.Single(FormatIdentifier.Identify(new MemorySource(bytes)).Findings).Rule);
    }

    [Theory]
    [InlineData(new byte[] { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void Packed_file_is_SCA3001(byte[] bytes) =>
        Assert.Equal(Rules.Unscannable, Assert.Single(FormatIdentifier.Identify(new MemorySource(bytes)).Findings).Rule);

    [Fact]
    public void Mutated_files_never_throw()
    {
        var random = new Random(20251121);
        foreach (var (_, whole) in Whole.Values.Where(static sample => sample.Bytes.Length > 0))
        {
            for (var round = 0; round < 3000; round++)
            {
                var bytes = (byte[])whole.Clone();
                for (var changes = random.Next(1, 6); changes > 0; changes--)
                    bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Next(256) };

                var found = FormatIdentifier.Identify(new MemorySource(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes));
                Assert.NotNull(found.Format);
            }
        }
    }
}
