using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SupplyChainAnalyzers.Generator.Tests;

public class ModelFilesGeneratorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    [InlineData("yes")]
    public void Nothing_is_generated_or_reported_unless_it_is_asked_for(string? generate)
    {
        var run = new GeneratorProject { Lock = "no JSON", Generate = generate }.Run();

        Assert.Empty(run.Files);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void A_model_of_one_file_is_a_member()
    {
        var run = new GeneratorProject { Lock = TestLock.Digits, Source = Uses("App.ModelFiles.Digits.Sha256", "App.ModelFiles.Digits.OpenVerified()") }.Run();

        AssertClean(run);
        Assert.Contains("""("digits", "models/digits/model.onnx", """.TrimStart('('), run.ModelFiles, StringComparison.Ordinal);
        Assert.Contains(TestLock.Commit, run.ModelFiles, StringComparison.Ordinal);
        Assert.Contains("\"huggingface acme/digits\"", run.ModelFiles, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_several_files_is_a_class_with_a_member_for_each() => AssertClean(new GeneratorProject
    {
        Lock = TestLock.Ner,
        Source = Uses("App.ModelFiles.NerV2.Name", "App.ModelFiles.NerV2.ConfigJson.Size", "App.ModelFiles.NerV2.OnnxModelOnnx.Path", "App.ModelFiles.NerV2.OpenVerifiedFolder()"),
    }.Run());

    [Fact]
    public void An_empty_lock_gives_an_empty_class() => AssertClean(new GeneratorProject { Lock = TestLock.Empty, Source = Uses("App.ModelFiles.All.Count") }.Run());

    [Theory]
    [InlineData("Given", "Root", "Given")]
    [InlineData(null, "Acme.Root", "Acme.Root")]
    [InlineData(null, "my-app.9lives.class", "my_app._9lives.@class")]
    [InlineData(null, null, "Models")]
    [InlineData(" ", "..", "Models")]
    public void Namespace_is_the_property_or_the_root_namespace_made_valid(string? given, string? root, string expected)
    {
        var run = new GeneratorProject { Lock = TestLock.Ner, Namespace = given, RootNamespace = root, Source = Uses(expected + ".ModelFiles.All") }.Run();

        AssertClean(run);
        Assert.Contains("namespace " + expected + "\n", run.ModelFiles, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_is_where_the_build_copies_the_file()
    {
        var run = new GeneratorProject { Lock = TestLock.Ner, Copies = ["models/ner/config.json|data\\ner #1;\\config.json", "other|else"] }.Run();

        AssertClean(run);
        Assert.Contains("\"data/ner #1;/config.json\"", run.ModelFiles, StringComparison.Ordinal);
        Assert.Contains("\"models/ner/onnx/model.onnx\"", run.ModelFiles, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_share_an_identifier_all_get_a_suffix_and_are_reported()
    {
        var run = new GeneratorProject { Lock = TestLock.Of(Model("a-b"), Model("a_b"), Model("c"), Model("all")) }.Run();

        Assert.Empty(run.Compilation.GetDiagnostics());
        Assert.Equal(["SCA1092", "SCA1092", "SCA1092"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.All(run.Diagnostics, static diagnostic => Assert.Equal((DiagnosticSeverity.Info, GeneratorProject.LockPath), (diagnostic.Severity, diagnostic.Location.GetLineSpan().Path)));
        Assert.DoesNotContain(" AB {", run.ModelFiles, StringComparison.Ordinal);
        Assert.Matches(" AB_[0-9a-f]{8} {", run.ModelFiles);
        Assert.Matches(" All_[0-9a-f]{8} {", run.ModelFiles);
        Assert.Contains(" C {", run.ModelFiles, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_reported_once_at_its_first_fault()
    {
        var run = new GeneratorProject { Lock = """
            {
              "lockVersion": 1,
              "models": { "m": { "paht": "a", "files": { "f": { "sha256": "zz", "size": 1, "format": "onnx" } } } }
            }
            """ }.Run();

        Assert.Empty(run.Files);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("SCA1091", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("SCA20", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_lock_the_next_step_is_named() =>
        Assert.Contains("run: models lock", Assert.Single(new GeneratorProject().Run().Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Fact]
    public void Files_without_a_hash_have_no_accessor_and_their_model_no_folder()
    {
        const string Built = """
            "built": { "path": "models/built", "presence": "built", "files": { "a.onnx": { "format": "onnx" }, "b.onnx": { "sha256": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6", "size": 1, "format": "onnx" } } }
            """;
        var run = new GeneratorProject { Lock = TestLock.Of(Built, """ "none": { "path": "n", "presence": "built", "files": { "a.onnx": { "format": "onnx" } } } """) }.Run();

        AssertClean(run);
        Assert.Contains(" BOnnx {", run.ModelFiles, StringComparison.Ordinal);
        Assert.DoesNotContain("AOnnx", run.ModelFiles, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenVerifiedFolder(", run.ModelFiles, StringComparison.Ordinal);
        Assert.DoesNotContain(" None", run.ModelFiles, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_lock_never_becomes_code()
    {
        const string Name = "x\u2028*/\u202e<see cref='System'/>\u00e9";
        var run = new GeneratorProject { Lock = TestLock.Of(TestLock.Model("m", "models/m", (Name, [1]), ("{header}", [2]), ("\u00e4\u00f6", [3]))) }.Run();

        AssertClean(run);
        Assert.All(run.ModelFiles.Where(static c => c > '~'), static c => Assert.True(char.IsLetter(c), $"U+{(int)c:x4}"));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, true)]
    [InlineData(LanguageVersion.CSharp8, true)]
    [InlineData(LanguageVersion.Latest, true)]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.Latest, false)]
    public void Generated_code_compiles_without_a_warning(LanguageVersion version, bool isNetStandard) =>
        AssertClean(new GeneratorProject { Lock = TestLock.Of(Model("a"), Model("b")), LanguageVersion = version, IsNetStandard = isNetStandard }.Run());

    [Fact]
    public void Types_say_that_they_are_generated()
    {
        var types = new GeneratorProject { Lock = TestLock.Ner }.Run().Load().GetTypes().Where(static type => type is { Namespace: "App", IsNested: false }).ToList();

        Assert.Equal(7, types.Count);
        Assert.All(types, static type => Assert.NotNull(Attribute.GetCustomAttribute(type, typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))));
        Assert.All(types, static type => Assert.False(type.IsPublic));
    }

    private static string Model(string name) => TestLock.Model(name, "models/" + name, ("model.onnx", [1]));

    private static string Uses(params string[] expressions) =>
        $"internal static class Uses {{ {string.Concat(expressions.Select(static (expression, i) => $"internal static object Use{i}() {{ return {expression}; }} "))} }}";

    private static void AssertClean(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compilation.GetDiagnostics());
    }
}
