using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public sealed class SourceFilesTests : IDisposable
{
    private const string TwoSources = """<configuration><packageSources><clear /><add key="a" value="https://a.example" /><add key="b" value="https://b.example" /></packageSources></configuration>""";

    private readonly string _folder = Directory.CreateTempSubdirectory("sources").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("OllamaSharp", true)]
    [InlineData("Newtonsoft.Json", false)]
    [InlineData("Google.Protobuf", false)]
    public void Sources_of_packages_are_judged_by_what_projects_reference(string package, bool isReported)
    {
        string[] paths = [Write("nuget.config", TwoSources), Write("App.csproj", $"<Project><PackageReference Include=\"{package}\" /></Project>"), Write("notes.md", "")];

        var files = SourceFiles.ReadAll(paths, SourceContext.None, CancellationToken.None);

        Assert.Equal([SourceKind.NuGetConfig, SourceKind.NuGetProject], files.Select(static file => file.Kind));
        Assert.Equal(isReported ? ["SCA1082"] : [], files.SelectMany(static file => file.Findings).Select(static finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("acme/model", true)]
    [InlineData("acme/other", false)]
    [InlineData("../acme", false)]
    [InlineData("acme/..", false)]
    public void Name_that_is_a_folder_here_is_reported(string name, bool isReported)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "acme", "model"));
        var path = Write("appsettings.json", $$"""{ "HuggingFace": { "Model": "{{name}}" } }""");
        var context = new SourceContext(SourceContext.None.Pins, isFolder: folder => Directory.Exists(Path.Combine(_folder, folder)));

        var file = Assert.Single(SourceFiles.ReadAll([path], context, CancellationToken.None));

        Assert.Equal(isReported ? ["SCA1011"] : [], file.Findings.Select(static finding => finding.Rule.Id));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
