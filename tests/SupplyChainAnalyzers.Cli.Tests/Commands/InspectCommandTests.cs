using System.IO.Compression;
using System.Text;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>The verb with the real scanner behind it.</summary>
public sealed class InspectCommandTests
{
    private const string Header = """{"__metadata__":{"format":"pt"},"layer.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"layer.bias":{"dtype":"F16","shape":[2],"data_offsets":[16,20]}}   """;

    [Fact]
    public void Safetensors_tells_metadata_types_and_tensors()
    {
        using var folder = new CliFolder().Write("a.safetensors", SafeTensors());
        var lines = folder.Run("inspect", "a.safetensors").Ended(0).Out.Split('\n');
        Assert.Equal($"nothing found: a.safetensors (safetensors, {SafeTensors().Length} bytes)", lines[0]);
        Assert.Matches("^  sha256 [0-9a-f]{64}$", lines[1]);
        Assert.Contains("  format: pt", lines);
        Assert.Contains("  1 × F32", lines);
        Assert.Contains("  layer.weight  F32 [2, 2]  bytes 0 to 16", lines);
    }

    [Fact]
    public void Gguf_tells_version_and_metadata()
    {
        using var folder = new CliFolder("a.gguf");
        var text = folder.Run("inspect", "a.gguf").Ended(0).Out;
        Assert.Contains("  GGUF version 3, 1 metadata entries, 0 tensors\n", text, StringComparison.Ordinal);
        Assert.Contains("  general.name: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Onnx_tells_producer_operators_and_tensors()
    {
        // ModelProto { ir_version 8, producer_name "p", graph { node { op_type "Relu" } node { op_type "Relu" } initializer { dims 2, data_type 1, name "w" } name "g" }, opset { version 17 } }
        byte[] model = [8, 8, 18, 1, (byte)'p', 58, 28, 10, 6, 34, 4, .. "Relu"u8, 10, 6, 34, 4, .. "Relu"u8, 42, 7, 8, 2, 16, 1, 66, 1, (byte)'w', 18, 1, (byte)'g', 66, 2, 16, 17];
        using var folder = new CliFolder().Write("a.onnx", model);
        var lines = folder.Run("inspect", "a.onnx").Out.Split('\n');
        Assert.Contains("  IR version 8", lines);
        Assert.Contains("  producer: p", lines);
        Assert.Contains("  operators of 'ai.onnx', version 17", lines);
        Assert.Contains("  2 × ai.onnx.Relu", lines);
        Assert.Contains("  w  float [2]", lines);
    }

    [Fact]
    public void Pickle_tells_what_it_would_do()
    {
        byte[] pickle = [0x80, 2, .. "cos\nsystem\nU"u8, 2, .. "id"u8, 0x85, .. "R."u8];
        using var folder = new CliFolder().Write("a.pkl", pickle);
        var text = folder.Run("inspect", "a.pkl").Ended(1).Out;
        Assert.StartsWith("malicious: a.pkl (Python pickle, 20 bytes)\n", text, StringComparison.Ordinal);
        Assert.Contains("\ntrace\n", text, StringComparison.Ordinal);
        Assert.Contains("os.system('id')", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_tells_members_and_what_is_in_them()
    {
        using var folder = new CliFolder().Write("a.zip", Zip(("in/a.safetensors", SafeTensors()), ("notes.txt", "first\nsecond\n"u8.ToArray())));
        var text = folder.Run("inspect", "a.zip").Out;
        Assert.Contains($"  in/a.safetensors  {SafeTensors().Length} bytes, deflated to ", text, StringComparison.Ordinal);
        Assert.Contains("tensors of in/a.safetensors\n  layer.weight  F32 [2, 2]  bytes 0 to 16\n", text, StringComparison.Ordinal);
        Assert.Contains("text of notes.txt\n  first\n  second\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_facts_of_a_scan_and_the_listing()
    {
        using var folder = new CliFolder().Write("a.safetensors", SafeTensors());
        var root = JsonReader.Parse(folder.Run("inspect", "a.safetensors", "--format", "json").Ended(0).Out, JsonLimits.Default).Root!;
        Assert.Equal(["schema", "tool", "path", "sha256", "size", "format", "verdict", "findings", "listing"], root.Members.Select(static member => member.Name));
        Assert.Contains(root.Find("listing")!.Items, static line => (line.Find("section")!.StringValue, line.Find("text")!.StringValue) == ("metadata", "format: pt"));
    }

    [Fact]
    public void Hostile_text_is_shown_and_does_nothing()
    {
        var hostile = Header.Replace("\"pt\"", "\"\\u001b[31m\\u202e##vso[task.complete]\\n::error::x\"", StringComparison.Ordinal);
        using var folder = new CliFolder().Write("a.safetensors", SafeTensors(hostile));
        foreach (var line in folder.Run("inspect", "a.safetensors").Out.TrimEnd('\n').Split('\n'))
            SupplyChainAnalyzers.Tests.HostileNames.AssertInert(line);
    }

    [Fact]
    public void Endless_listing_is_cut()
    {
        using var folder = new CliFolder().Write("a.txt", "").Write("a.zip", Zip([.. Enumerable.Range(0, 6_000).Select(static i => ($"m{i}", Array.Empty<byte>()))]));
        var lines = folder.Run("inspect", "a.zip").Out.Split('\n');
        Assert.Contains("  … and more, which is not listed", lines);
        Assert.InRange(lines.Length, 5_000, 5_020);
    }

    [Theory]
    [InlineData("SCA0004", "inspect")]
    [InlineData("SCA0005", "inspect", "missing")]
    [InlineData("SCA0005", "inspect", ".")]
    public void What_cannot_be_done_is_2_and_one_coded_error(string rule, params string[] arguments)
    {
        using var folder = new CliFolder();
        var result = folder.Run(arguments).Ended(2);
        Assert.StartsWith($"models: error {rule}: ", result.Error, StringComparison.Ordinal);
    }

    private static byte[] SafeTensors(string header = Header)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. new byte[20]];
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return archive.ToArray();
    }
}
