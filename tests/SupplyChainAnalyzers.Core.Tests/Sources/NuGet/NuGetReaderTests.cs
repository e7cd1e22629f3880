using SupplyChainAnalyzers.Core.Tests.Sources.Packages;

namespace SupplyChainAnalyzers.Core.Tests.Sources.NuGet;

public sealed class NuGetReaderTests
{
    private const string TwoSources = """
        <configuration>
          <packageSources>
            <add key="machine" value="ignored" />
            <clear />
            <add key="public" value="https://example.com/v3/index.json" />
            <add key="acme" value="https://packages.example.com/index.json" />
          </packageSources>
        </configuration>
        """;

    [Theory]
    [InlineData("App.csproj", """<Project><ItemGroup><PackageReference Include="LLamaSharp" Version="[0.20.0]" /></ItemGroup></Project>""", "LLamaSharp==0.20.0")]
    [InlineData("App.csproj", """<Project><ItemGroup><PackageReference Include="OpenAI"><Version>2.0.0</Version></PackageReference></ItemGroup></Project>""", "OpenAI==2.0.0")]
    [InlineData("App.csproj", """<Project><ItemGroup><PackageReference Update="OpenAI" VersionOverride='2.1.0' /></ItemGroup></Project>""", "OpenAI==2.1.0")]
    [InlineData("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="OllamaSharp" Version="5.0" /></ItemGroup></Project>""", "OllamaSharp==5.0")]
    [InlineData("packages.config", """<packages><package id="TorchSharp" version="0.102.0" /></packages>""", "TorchSharp==0.102.0")]
    [InlineData("App.csproj", """<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><PackageReference Include="OpenAI" /></Project>""", "OpenAI")]
    [InlineData("App.csproj", """<Project><PackageReference Include="$(Name)" /></Project>""")]
    [InlineData("App.csproj", """<Project><PackageReference Include="" /></Project>""")]
    [InlineData("App.csproj", "<Project />")]
    public void Packages_are_read(string file, string text, params string[] packages) => Assert.Equal(packages, PackageText.Packages(file, text));

    [Theory]
    [InlineData("LamaSharp", "SCA1080 LamaSharp")]
    [InlineData("TheOpenAI.API", "SCA1081 TheOpenAI.API")]
    [InlineData("Microsoft.ML.OnnxRuntime")]
    public void Names_are_judged(string id, params string[] findings) =>
        Assert.Equal(findings, PackageText.Findings("App.csproj", $"<Project>\r\n  <PackageReference\r\n    Include='{id}' />\r\n</Project>"));

    [Theory]
    [InlineData("<Project><PackageReference")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'Package'>]><x>&a;</x>")]
    public void What_is_no_XML_is_said(string text) => Assert.True(PackageText.Read("App.csproj", text).IsIncomplete);

    [Fact]
    public void Sources_without_mapping_are_reported_where_models_are_used()
    {
        Assert.Equal(["SCA1082 https://packages.example.com/index.json"], PackageText.Findings("nuget.config", TwoSources, usesModels: true));
        Assert.Empty(PackageText.Findings("nuget.config", TwoSources));
    }

    [Theory]
    [InlineData("</packageSources>", """</packageSources><packageSourceMapping><packageSource key="public"><package pattern="*" /></packageSource></packageSourceMapping>""")]
    [InlineData("</packageSources>", """</packageSources><disabledPackageSources><add key="ACME" value="true" /></disabledPackageSources>""")]
    [InlineData("""<add key="acme" value="https://packages.example.com/index.json" />""", "")]
    public void Mapped_disabled_and_single_sources_are_silent(string from, string to) =>
        Assert.Empty(PackageText.Findings("NuGet.Config", TwoSources.Replace(from, to, StringComparison.Ordinal), usesModels: true));
}
