using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Accessors;

public class ModelAccessorTests
{
    private const string Hashed = """{ "sha256": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6", "size": 1, "format": "onnx" }""";

    [Fact]
    public void One_file_is_named_by_its_model_alone()
    {
        var model = Assert.Single(Of($$""" "digits": { "path": "d", "files": { "model.onnx": {{Hashed}} } }"""));

        Assert.Equal("ModelFiles.Digits", model.Expression(model.Files[0]));
    }

    [Fact]
    public void One_of_several_files_is_named_by_model_and_path()
    {
        var model = Assert.Single(Of($$""" "ner": { "path": "d", "files": { "a/model.onnx": {{Hashed}}, "ner": {{Hashed}}, "root": {{Hashed}} } }"""));

        Assert.Equal("ModelFiles.Ner.AModelOnnx", model.Expression(model.Files[0]));
        // A member cannot be named like its class, nor hide what the class has.
        Assert.Equal([false, true, true], model.Files.Select(static file => file.IsRenamed));
    }

    [Fact]
    public void Files_without_a_hash_and_models_of_nothing_else_are_left_out()
    {
        var model = Assert.Single(Of($$"""
            "a": { "path": "a", "presence": "built", "files": { "x.onnx": { "format": "onnx" }, "y.onnx": {{Hashed}} } },
            "b": { "path": "b", "presence": "built", "files": { "x.onnx": { "format": "onnx" } } }
            """));

        Assert.Equal("ModelFiles.A.YOnnx", model.Expression(Assert.Single(model.Files)));
    }

    private static IReadOnlyList<ModelAccessor> Of(string models) =>
        ModelAccessor.Of(ModelsLockReader.Read($$"""{ "lockVersion": 1, "models": { {{models}} } }""", "/models.lock").Value!);
}
