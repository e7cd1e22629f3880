using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Keras;

public class KerasConfigTests
{
    [Theory]
    [InlineData("""{"module": "keras.layers", "class_name": "Dense", "config": {"name": "d", "activation": "relu"}, "registered_name": null}""")]
    [InlineData("""{"module": "keras.layers", "class_name": "Activation", "config": {"activation": {"module": "keras.activations", "class_name": "function", "config": "relu", "registered_name": "relu"}}}""")]
    [InlineData("""{"module": "keras_hub.src.models.bert.bert_backbone", "class_name": "BertBackbone", "config": {}, "registered_name": "keras_hub>BertBackbone"}""")]
    [InlineData("""{"module": "my_package.layers", "class_name": "Gate", "config": {}, "registered_name": "my_package>Gate"}""")]
    [InlineData("""{"module": "builtins", "class_name": "function", "config": "my_loss", "registered_name": "function"}""")]
    [InlineData("""{"class_name": "Custom>Gate", "config": {"limit": NaN, "most": -Infinity}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"name": "tf.nn.relu", "function": "nn.relu"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"name": "tf.image.resize", "function": "image.resize"}}""")]
    [InlineData("""{"class_name": "TextVectorization", "config": {"vocabulary": ["a", "b"], "standardize": "lower_and_strip_punctuation"}}""")]
    [InlineData("""{"class_name": "TimeDistributed", "config": {"layer": {"class_name": "Dense", "config": {"units": 2}}}}""")]
    public void Ordinary_layer_is_no_doubt(string layer) => Assert.DoesNotContain(Around(layer).Findings, IsKerasDoubt);

    [Theory]
    [InlineData("""{"class_name": "TimeDistributed", "config": {"layer": {"class_name": "Lambda", "config": {"function": ["4wEA", null, null], "function_type": "lambda"}}}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "io.write_file"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "io.read_file"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "py_function"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "compat.v1.py_func"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "load_op_library"}}""")]
    [InlineData("""{"class_name": "TFOpLambda", "config": {"function": "math.__builtins__.eval"}}""")]
    [InlineData("""{"class_name": "Wrap", "config": {"inner": "{\"class_name\": \"function\", \"module\": \"os\", \"config\": \"system\"}"}}""")]
    [InlineData("""{"module": "keras.saving", "class_name": "function", "config": "load_model"}""")]
    [InlineData("""{"module": "keras.callbacks", "class_name": "ModelCheckpoint", "config": {"filepath": "x"}}""")]
    [InlineData("""{"module": "builtins", "class_name": "function", "config": {}, "registered_name": "exec"}""")]
    [InlineData("""{"module": "os", "module": "keras.layers", "class_name": "function", "config": "system", "extra": {"module": "posix", "class_name": "function", "config": "system"}}""")]
    public void Layer_that_reaches_out_is_malicious(string layer)
    {
        var scanned = Around(layer);
        Assert.True(scanned.Verdict == Verdict.Malicious, scanned.ToString());
    }

    [Theory]
    [InlineData("""{"module": "somewhere", "class_name": "function", "config": "helper"}""")]
    [InlineData("""{"class_name": "Lambda", "config": {"function": "my_function", "function_type": "function"}}""")]
    [InlineData("""{"class_name": "StringLookup", "config": {"vocabulary": "words.txt"}}""")]
    [InlineData("""{"module": "keras.utils", "class_name": "Sequence", "config": {}}""")]
    [InlineData("""{"class_name": "KerasLayer", "config": {"handle": "https://tfhub.dev/google/nnlm/2"}}""")]
    public void Layer_that_needs_a_look_is_a_doubt_and_no_more(string layer)
    {
        var doubts = Around(layer).Findings.Where(IsKerasDoubt).ToList();
        Assert.NotEmpty(doubts);
        Assert.All(doubts, static finding => Assert.True(finding.Severity < Severity.High, finding.Message));
    }

    [Fact]
    public void Byte_code_is_found_wherever_it_stands()
    {
        var layer = "{\"class_name\": \"Anything\", \"config\": {\"deep\": [[{\"x\": " + System.Text.Json.JsonSerializer.Serialize(KerasSample.Code) + "}]]}}";
        Assert.Contains(Around(layer).Findings, static finding => finding.Rule == Rules.KerasCode);
    }

    [Fact]
    public void Byte_code_is_read_for_what_it_reaches()
    {
        var finding = Assert.Single(KerasSample.Scan("lambda_system.h5").Findings, static finding => finding.Rule == Rules.KerasCode && finding.Severity == Severity.Critical);
        Assert.Contains("os.system", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Module_that_lies_beside_the_model_is_named()
    {
        var json = System.Text.Encoding.UTF8.GetBytes("""{"class_name": "Sequential", "config": {"layers": [{"module": "helper", "class_name": "Gate", "config": {}, "registered_name": "p>Gate"}]}}""");
        Assert.Contains(Scanned.Bytes(json, "model.json", "helper.py").Findings, static finding => finding.Rule == Rules.KerasReference && finding.Message.Contains("beside it", StringComparison.Ordinal));
    }

    [Fact]
    public void Configuration_that_is_no_json_is_unscannable() => Assert.Contains(Rules.Unscannable, Scanned.Bytes(Samples.Zip(
        ("metadata.json", "{}"u8.ToArray()), ("config.json", "{\"class_name\""u8.ToArray()), ("model.weights.h5", KerasSample.Bytes("shapes_latest.h5"))), "m.keras").Doubts);

    // Built by hand and not by a JSON library: NaN and names that occur twice are to get through.
    private static Scanned Around(string layer) => Scanned.Bytes(Samples.Zip(
        ("metadata.json", "{}"u8.ToArray()),
        ("config.json", System.Text.Encoding.UTF8.GetBytes("{\"class_name\": \"Sequential\", \"config\": {\"layers\": [" + layer + "]}}")),
        ("model.weights.h5", KerasSample.Bytes("shapes_latest.h5"))), "m.keras");

    private static bool IsKerasDoubt(Core.Scanning.Protocol.ReportedFinding finding) => finding.Rule.Id.StartsWith("SCA309", StringComparison.Ordinal) && finding.Severity > Severity.Info;
}
