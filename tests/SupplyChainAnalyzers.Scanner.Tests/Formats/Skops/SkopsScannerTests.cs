using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Skops;

public class SkopsScannerTests
{
    [Fact]
    public void Ordinary_estimator_is_clean() => Assert.Equal(Verdict.Clean, VerdictOf("""
        {"__class__": "LogisticRegression", "__module__": "sklearn.linear_model._logistic", "__loader__": "ObjectNode", "content":
          {"__class__": "dict", "__module__": "builtins", "__loader__": "DictNode", "content": {"coef_":
            {"__class__": "ndarray", "__module__": "numpy", "__loader__": "NdArrayNode", "type": "numpy", "file": "a.npy"}}}, "protocol": 2}
        """));

    [Fact]
    public void Dangerous_function_is_malicious() => Assert.Equal(Verdict.Malicious, VerdictOf("""
        {"__class__": "function", "__module__": "builtins", "__loader__": "FunctionNode", "content": {"module_path": "os", "function": "system"}}
        """));

    [Fact]
    public void Unknown_type_is_suspicious() => Assert.Equal(Verdict.Suspicious, VerdictOf("""{"__class__": "Thing", "__module__": "some_package.module", "__loader__": "ObjectNode"}"""));

    [Fact]
    public void CVE_2025_54412_function_of_operator_under_another_name_is_malicious() => Assert.Equal(Verdict.Malicious, VerdictOf("""
        {"__class__": "call", "__module__": "sklearn.linear_model._stochastic_gradient", "__loader__": "OperatorFuncNode", "attrs": []}
        """));

    [Fact]
    public void CVE_2025_54413_attribute_under_the_name_of_a_method_is_malicious() => Assert.Equal(Verdict.Malicious, VerdictOf("""
        {"__class__": "ndarray", "__module__": "numpy", "__loader__": "MethodNode", "content": {"func": "__globals__", "obj": {"__class__": "f", "__module__": "builtins", "__loader__": "FunctionNode"}}}
        """));

    [Fact]
    public void CVE_2025_54886_file_that_is_no_zip_is_judged_as_the_pickle_it_is() => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.TextPickle, "model.skops").Verdict);

    [Fact]
    public void Schema_that_is_no_JSON_is_unscannable() => Assert.Equal(Verdict.Unscannable, VerdictOf("{"));

    private static Verdict VerdictOf(string schema) => Scanned.Bytes(Samples.Zip(("schema.json", Samples.Text(schema)), ("a.npy", Samples.NumPy)), "model.skops").Verdict;
}
