using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;
using static SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx.OnnxBytes;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

public sealed class OnnxExternalDataTests
{
    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("a/../../x")]
    public void CVE_2022_25882_location_that_climbs_is_malicious(string location) => IsEscape(InInitializer(location));

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("//host/share/x")]
    [InlineData("./../x")]
    [InlineData("....//../x")]
    public void CVE_2024_27318_location_beyond_the_first_check_is_malicious(string location) => IsEscape(InInitializer(location));

    [Theory]
    [InlineData("../../.ssh/authorized_keys")]
    [InlineData("..\\..\\Startup\\x.bat")]
    public void CVE_2025_51480_location_that_saving_would_overwrite_is_malicious(string location) => IsEscape(InInitializer(location));

    [Theory]
    [InlineData("C:\\Windows\\win.ini")]
    [InlineData("c:x")]
    [InlineData("\\\\host\\share\\x")]
    [InlineData("\\Windows\\x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://host/x")]
    [InlineData("a.bin:stream")]
    [InlineData("%2e%2e/x")]
    [InlineData("%252e%252e%2fx")]
    [InlineData(".. /x")]
    [InlineData("~/x")]
    [InlineData("$HOME/x")]
    [InlineData("%APPDATA%/x")]
    [InlineData("a\0/../x")]
    [InlineData("NUL.bin")]
    [InlineData("d/com1")]
    public void Location_that_some_system_resolves_elsewhere_is_malicious(string location) => IsEscape(InInitializer(location));

    [Theory]
    [InlineData("model.onnx_data")]
    [InlineData("weights/layer..0.bin")]
    [InlineData("model..data")]
    [InlineData("onnx__MatMul_123")]
    [InlineData("100%.bin")]
    public void Location_beside_the_model_is_clean(string location)
    {
        var scanned = Scanned.Bytes(InInitializer(location), "model.onnx");
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Fact]
    public void Location_is_judged_wherever_a_tensor_can_stand()
    {
        var tensor = External("../x");
        var constant = Node("Constant", "", Attribute("value", 5, tensor));
        ProtoBuilder sparse = new ProtoBuilder().Message(1, Tensor(1, 0)).Message(2, tensor);
        byte[][] models =
        [
            Model(Graph(constant)),
            Model(Graph(Node("If", "", Attribute("then_branch", 6, Graph(constant))))),
            Model(Graph(Node("Scan", "", Attribute("bodies", 11, Graph(constant))))),
            Model(Graph(Node("Constant", "", Attribute("values", 10, tensor)))),
            Model(Graph(Node("Constant", "", Attribute("sparse_value", 22, sparse)))),
            Model(Graph(Node("Constant", "", Attribute("sparse_values", 23, sparse)))),
            Model(Graph().Message(15, sparse)),
            Model(Graph(), Graph().Message(5, tensor)), // a second graph merges into the first
            ModelWith(20, new ProtoBuilder().Message(2, Graph().Message(5, tensor))),
            ModelWith(25, Function("local", "F", constant)),
            ModelWith(25, Function("local", "F").Message(11, Attribute("a", 5, tensor))),
        ];
        Assert.All(models, IsEscape);
    }

    [Fact]
    public void Location_counts_even_where_the_tensor_says_its_data_is_inside() =>
        IsEscape(Model(Graph().Message(5, Tensor(1, 1).Data(9, new byte[4]).Message(13, Entry("location", "../x")))));

    [Theory]
    [InlineData("-1", null)]
    [InlineData("0x10", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("0", "-4")]
    [InlineData("0", "17")]
    [InlineData("0", "99999999999999999999")]
    public void Offset_or_length_that_lies_is_malicious(string offset, string? length)
    {
        var scanned = Scanned.Bytes(Model(Graph().Message(5, External("w.bin", offset, length))), "model.onnx");
        Assert.Contains(Rules.TensorSizeLie, scanned.Doubts);
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Data_in_two_places_is_suspicious() =>
        Assert.Equal(Verdict.Suspicious, Scanned.Bytes(Model(Graph().Message(5, External("w.bin").Data(9, new byte[16]))), "model.onnx").Verdict);

    private static byte[] InInitializer(string location) => Model(Graph().Message(5, External(location, "0", "16")));

    private static void IsEscape(byte[] model)
    {
        var scanned = Scanned.Bytes(model, "model.onnx");
        Assert.True(scanned.Verdict == Verdict.Malicious && scanned.Doubts.Contains(Rules.ExternalDataEscape), scanned.ToString());
    }
}
