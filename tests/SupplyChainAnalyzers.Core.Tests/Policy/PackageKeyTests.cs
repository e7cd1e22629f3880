using SupplyChainAnalyzers.Core.Policy.Members;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PackageKeyTests
{
    [Theory]
    [InlineData("nuget/Microsoft.ML.OnnxRuntime", "nuget/microsoft.ml.onnxruntime")]
    [InlineData("pypi/Torch", "pypi/torch")]
    [InlineData("pypi/Ruamel.YAML", "pypi/ruamel-yaml")]
    [InlineData("pypi/a__b.-c", "pypi/a-b-c")]
    public void One_package_has_one_key(string package, string expected) => Assert.Equal(expected, PackageKey.Of(package));

    [Theory]
    [InlineData("torch")]
    [InlineData("npm/onnx")]
    [InlineData("pypi/")]
    [InlineData("pypi/a b")]
    [InlineData("pypi/tоrch")]
    [InlineData("PyPI/torch")]
    public void Anything_else_is_no_package(string package) => Assert.Null(PackageKey.Of(package));
}
