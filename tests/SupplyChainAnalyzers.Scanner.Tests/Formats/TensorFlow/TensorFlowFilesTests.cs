using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.TensorFlow;

/// <summary>What lies beside a saved_model.pb: graphs as text, checkpoints.</summary>
public sealed class TensorFlowFilesTests
{
    // One data block with the empty key, an index block that points to it, an empty block of metadata.
    private static byte[] Index
    {
        get
        {
            byte[] data = [0, 0, 2, 8, 1, 0, 0, 0, 0, 1, 0, 0, 0];
            byte[] empty = [0, 0, 0, 0, 1, 0, 0, 0];
            byte[] index = [0, 1, 2, (byte)'k', 0, (byte)data.Length, 0, 0, 0, 0, 1, 0, 0, 0];
            var (meta, at) = (data.Length + 5, data.Length + empty.Length + 10);
            byte[] footer = [(byte)meta, (byte)empty.Length, (byte)at, (byte)index.Length, .. new byte[36], 0x57, 0xFB, 0x80, 0x8B, 0x24, 0x75, 0x47, 0xDB];
            return [.. data, .. new byte[5], .. empty, .. new byte[5], .. index, .. new byte[5], .. footer];
        }
    }

    [Theory]
    [InlineData("node {\n  name: \"a\"\n  op: \"Relu\"\n}\n", Verdict.Clean)]
    [InlineData("node {\n  name: \"a\"\n  op: \"PyFunc\"\n}\n", Verdict.Malicious)]
    [InlineData("# graph\nnode<name:'a' op : 'Py' \"Func\">", Verdict.Malicious)]
    [InlineData("node { op: \"\\120yFunc\" }", Verdict.Malicious)]
    [InlineData("node { op: \"\\x50yFunc\" }", Verdict.Malicious)]
    [InlineData("meta_graphs { graph_def { library { function { node_def { name: \"a\" op: \"WriteFile\" } } } } }", Verdict.Malicious)]
    [InlineData("meta_graphs { graph_def { node { op: \"f\" } library { function { signature { name: \"f\" } } } } }", Verdict.Clean)]
    [InlineData("node { op: \"Frobnicate\" }", Verdict.Suspicious)]
    [InlineData("#!/usr/bin/python\nnode { op: \"PyFunc\" }", Verdict.Malicious)]
    [InlineData("node { op: \"PrintV2\" attr { key: \"output_stream\" value { s: \"file:///tmp/x\" } } }", Verdict.Malicious)]
    [InlineData("node { op: \"Relu\" } asset_file_def { filename: \"../../etc/passwd\" }", Verdict.Malicious)]
    [InlineData("The node of an op is \"PyFunc\", op: \"PyFunc\".", Verdict.Clean)]
    public void Graph_as_text_is_judged_as_the_binary_form(string text, Verdict verdict)
    {
        var scanned = Scanned.Bytes(Samples.Text(text), "graph.pbtxt");
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
    }

    [Fact]
    public void Index_of_a_checkpoint_is_clean()
    {
        var scanned = Scanned.Bytes(Index, "variables.index");
        Assert.True(scanned.Verdict == Verdict.Clean && scanned.Format == ModelFormats.TfSavedModel, scanned.ToString());
    }

    [Fact]
    public void Index_that_points_elsewhere_is_not_clean()
    {
        var index = Index;
        index[13 + 5 + 8 + 5 + 5] = 0x7F; // the data block's length
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(index, "variables.index").Verdict);
    }

    [Fact]
    public void Numbers_of_a_checkpoint_are_clean_beside_their_index_only()
    {
        byte[] numbers = [.. Enumerable.Range(0, 400).Select(static i => (byte)(i * 37))];
        Assert.Equal(Verdict.Clean, Scanned.Bytes(numbers, "variables.data-00000-of-00001", "variables.index").Verdict);
        Assert.Equal(Verdict.Unscannable, Scanned.Bytes(numbers, "variables.data-00000-of-00001").Verdict);
        Assert.Equal(Verdict.Unscannable, Scanned.Bytes(numbers, "other.data", "variables.index").Verdict);
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(Samples.TextPickle, "variables.data-00000-of-00001", "variables.index").Verdict);
    }

    [Fact]
    public void Mutated_files_never_stop_the_scanner()
    {
        Mutations.Run([Index], 2000, static bytes => Scanned.Bytes(bytes, "variables.index"));
        Mutations.Run(
            [Samples.Text("node { name: \"a\" op: 'Re' \"lu\" attr < key: \"s\" value { s: \"\\x41\\101\" } > } # end")],
            3000,
            static bytes => new GraphTextCheck().Check(new MemorySource(bytes), ModelFormats.PlainText, ScanContext.ForFile("g.pbtxt", new FindingSink(), Neighbours.None)));
    }

    [Theory]
    [InlineData("""{"nodes": [{"op": "null", "name": "data"}, {"op": "Convolution", "name": "c"}], "heads": [[1, 0, 0]]}""", Verdict.Clean)]
    [InlineData("""{"nodes": [{"op": "Custom", "name": "c", "attrs": {"op_type": "mine"}}]}""", Verdict.Suspicious)]
    [InlineData("""{"nodes": [{"op": "_Native", "name": "c", "attrs": {"info": "0x7f0011223344"}}]}""", Verdict.Malicious)]
    [InlineData("""{"fileFormatVersion": "1.0.0", "itemInfoEntries": {"A": {"path": "com.apple.CoreML/model.mlmodel"}}}""", Verdict.Clean)]
    [InlineData("""{"fileFormatVersion": "1.0.0", "itemInfoEntries": {"A": {"path": "../../x"}}}""", Verdict.Malicious)]
    public void Graph_as_json_is_judged(string json, Verdict verdict)
    {
        var scanned = Scanned.Bytes(Samples.Text(json), "model-symbol.json");
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
    }
}
