using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

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
        Assert.Null(found.Damage);
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
    public void File_without_its_last_byte_is_damaged(string name)
    {
        var found = FormatIdentifier.Identify(new MemorySource(Whole[name].Bytes[..^1]));
        Assert.NotNull(found.Damage);
    }

    [Fact]
    public void Code_that_an_archive_hides_behind_its_first_entry_is_found()
    {
        var bytes = Samples.Zip(("readme.txt", new byte[10_000]), ("x/data.pkl", Samples.Pickle), ("x/version", Samples.Text("3")));
        Assert.Equal("pytorch", FormatIdentifier.Identify(new MemorySource(bytes)).Format.Id);
    }

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
