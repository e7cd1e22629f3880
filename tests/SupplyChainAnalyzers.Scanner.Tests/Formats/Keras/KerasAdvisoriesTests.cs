using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Keras;

/// <summary>One test for each published way to make Keras do what a model's author wants.</summary>
public class KerasAdvisoriesTests
{
    [Fact]
    public void CVE_2024_3660_lambda_layer_with_code() => Malicious("SCA3090", KerasSample.Archive($$$"""
        {"module": "keras.layers", "class_name": "Lambda", "config": {"name": "lambda", "function": {"class_name": "__lambda__", "config": {"code": {{{System.Text.Json.JsonSerializer.Serialize(KerasSample.Code)}}}, "defaults": null, "closure": null} } }, "registered_name": null}
        """));

    [Theory]
    [InlineData("subprocess", "Popen")]
    [InlineData("os", "system")]
    [InlineData("builtins", "exec")]
    public void CVE_2025_1550_function_of_any_module(string module, string name) => Malicious("SCA3091", KerasSample.Archive($$$"""
        {"module": "{{{module}}}", "class_name": "function", "config": "{{{name}}}", "registered_name": "function", "inbound_nodes": [{"args": [["true"]], "kwargs": {"bufsize": -1}}]}
        """));

    [Fact]
    public void CVE_2025_8747_function_of_keras_that_fetches() => Malicious("SCA3091", KerasSample.Archive("""
        {"module": "keras.utils", "class_name": "function", "config": "get_file", "registered_name": "get_file", "inbound_nodes": [{"args": ["x", "https://example.com/x"], "kwargs": {}}]}
        """));

    [Fact]
    public void CVE_2025_9905_lambda_in_h5_where_safe_mode_is_ignored() => Malicious("SCA3090", KerasSample.Scan("lambda3.h5"));

    [Fact]
    public void CVE_2025_9906_configuration_that_switches_safe_mode_off() => Malicious("SCA3091", KerasSample.Archive("""
        {"module": "keras.config", "class_name": "function", "config": "enable_unsafe_deserialization", "registered_name": "enable_unsafe_deserialization"}
        """));

    [Fact]
    public void CVE_2025_49655_torch_module_wrapper() => Malicious("SCA3091", KerasSample.Archive("""
        {"module": "keras.layers", "class_name": "TorchModuleWrapper", "config": {"name": "wrapper", "module": {"class_name": "__bytes__", "config": {"value": "gAJ9cQAu"}}}, "registered_name": null}
        """));

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("https://example.com/vocabulary.txt")]
    [InlineData("../../.ssh/id_rsa")]
    public void CVE_2025_12058_vocabulary_from_a_path_or_an_address(string path) => Malicious("SCA3092", KerasSample.Archive($$$"""
        {"module": "keras.layers", "class_name": "StringLookup", "config": {"name": "lookup", "vocabulary": "{{{path}}}", "mask_token": null}, "registered_name": null}
        """));

    [Fact]
    public void CVE_2025_12060_archive_that_get_file_unpacks() => Malicious("SCA3091", KerasSample.Archive("""
        {"module": "keras.src.utils.file_utils", "class_name": "function", "config": "extract_archive", "registered_name": "extract_archive"}
        """));

    [Theory]
    [InlineData("external_link.h5")]
    [InlineData("external_data.h5")]
    [InlineData("virtual.h5")]
    public void CVE_2026_1669_weights_read_from_other_files(string name) => Malicious("SCA3093", Scanned.Bytes(Samples.Zip(
        ("metadata.json", "{}"u8.ToArray()), ("config.json", System.Text.Encoding.UTF8.GetBytes(KerasSample.Sequential("{}"))), ("model.weights.h5", KerasSample.Bytes(name))), "model.keras"));

    [Fact]
    public void CVE_2026_1462_saved_model_layer_that_loads_from_an_address() => Malicious("SCA3092", KerasSample.Archive("""
        {"module": "keras.layers", "class_name": "TFSMLayer", "config": {"name": "graph", "filepath": "gs://bucket/graph"}, "registered_name": null}
        """));

    private static void Malicious(string rule, Scanned scanned)
    {
        Assert.True(scanned.Verdict == Verdict.Malicious, scanned.ToString());
        Assert.Contains(scanned.Findings, finding => finding.Rule.Id == rule && finding.Severity >= Severity.High);
    }
}
