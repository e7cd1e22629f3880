using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public class DownloadFileReaderTests
{
    [Fact]
    public void Task_is_found_at_its_url()
    {
        var call = Assert.Single(Read(
            """
            <Project>
              <Target Name="Get">
                <DownloadFile DestinationFolder="models"
                              SourceUrl="https://example.com/m.onnx" />
              </Target>
            </Project>
            """));

        Assert.Equal("https://example.com/m.onnx", call.Url);
        Assert.Equal(new TextRegion(4, 30, 4, 56), call.Region);
        Assert.Null(call.Destination);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_move_the_place(string newLine)
    {
        var text = string.Join(newLine, "<Project>", "<Target>", "  <DownloadFile SourceUrl='https://a.example/m.onnx'/>", "</Target>", "</Project>");

        Assert.Equal(new TextRegion(3, 28, 3, 52), Assert.Single(Read(text)).Region);
    }

    [Fact]
    public void Old_namespace_and_other_case_are_found() =>
        Assert.Single(Read("<Project xmlns='http://schemas.microsoft.com/developer/msbuild/2003'><Target><downloadfile sourceurl='https://a.example/m.onnx'/></Target></Project>"));

    [Fact]
    public void Items_are_found_and_split()
    {
        var calls = Read("<Project><ItemGroup><DownloadFile Include='https://a.example/1.onnx; https://a.example/2.onnx'/></ItemGroup></Project>");

        Assert.Equal(["https://a.example/1.onnx", "https://a.example/2.onnx"], calls.Select(call => call.Url));
    }

    [Fact]
    public void Given_property_wins_over_the_text()
    {
        const string Text = "<Project><PropertyGroup><Rev>main</Rev><Base>https://h.example/$(Rev)</Base></PropertyGroup><Target><DownloadFile SourceUrl='$(Base)/m.onnx'/></Target></Project>";

        Assert.Equal("https://h.example/main/m.onnx", Assert.Single(Read(Text)).Url);
        Assert.Equal("https://h.example/abc/m.onnx", Assert.Single(Read(Text, ("Rev", "abc"))).Url);
    }

    [Theory]
    [InlineData("$(Unknown)/m.onnx")]
    [InlineData("$([System.String]::Copy('x'))/m.onnx")]
    [InlineData("@(Urls)")]
    [InlineData("%(Urls.Identity)")]
    [InlineData("$(Unclosed")]
    [InlineData("$(A)")]
    [InlineData("")]
    public void What_cannot_be_resolved_is_left_out(string url) =>
        Assert.Empty(Read($"<Project><PropertyGroup><A>$(B)</A><B>$(A)</B></PropertyGroup><Target><DownloadFile SourceUrl=\"{url}\"/></Target></Project>"));

    [Fact]
    public void Properties_that_grow_end()
    {
        var text = new System.Text.StringBuilder("<Project><PropertyGroup><P0>xxxxxxxxxx</P0>");
        for (var i = 1; i <= 15; i++)
            text.Append($"<P{i}>").Insert(text.Length, $"$(P{i - 1})", 10).Append($"</P{i}>");
        text.Append("</PropertyGroup><Target><DownloadFile SourceUrl='$(P15)'/></Target></Project>");

        Assert.Empty(Read(text.ToString()));
    }

    [Fact]
    public void Destination_needs_folder_and_name()
    {
        var folder = Path.GetDirectoryName(ProjectPath)!;

        Assert.Equal(
            Path.Combine(folder, "models", "x.onnx"),
            Assert.Single(Read("<Project><Target><DownloadFile SourceUrl='https://a.example/m' DestinationFolder='$(MSBuildThisFileDirectory)models/' DestinationFileName='x.onnx'/></Target></Project>")).Destination);
    }

    [Theory]
    [InlineData("<VerifyFileHash File='x' Hash='ab'/>", true)]
    [InlineData("<VerifyFileHash File='x' Hash=''/>", false)]
    [InlineData("<VerifyFileHash File='x' Hash='$(Nothing)'/>", false)]
    [InlineData("<VerifyFileHash File='x'/>", false)]
    [InlineData("</Target><Target><VerifyFileHash File='x' Hash='ab'/>", false)]
    public void Hash_counts_within_the_same_target(string other, bool expected) =>
        Assert.Equal(expected, Assert.Single(Read($"<Project><Target><DownloadFile SourceUrl='https://a.example/m.onnx'/>{other}</Target></Project>")).HasHash);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><Project><DownloadFile SourceUrl='&a;'/></Project>")]
    [InlineData("<Project><DownloadFile SourceUrl='x'")]
    [InlineData("DownloadFile")]
    [InlineData("")]
    public void What_is_not_plain_xml_yields_nothing(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Any_damage_is_survived()
    {
        const string Text = "<Project>\r\n<PropertyGroup><A>$(B)</A></PropertyGroup><Target><DownloadFile SourceUrl=\"$(A)&amp;https://a.example/m.onnx\" DestinationFolder='$(A)' DestinationFileName='n'/></Target></Project>";
        var damage = Gen.Zip(Gen.Choose(0, Text.Length - 1), Gen.Elements("<>&;\"'$()@%\r\n\0x/=".ToCharArray()));

        Prop.ForAll(damage.ToArbitrary(), spot =>
        {
            var text = Text.Remove(spot.Item1, 1).Insert(spot.Item1, spot.Item2.ToString());
            foreach (var call in Read(text, ("B", "https://b.example/")))
                Assert.True(call.Region.Line >= 1 && call.Region.Column >= 1);
        }).QuickCheckThrowOnFailure();
    }

    private static readonly string ProjectPath = Path.Combine(Path.GetTempPath(), "p", "a.csproj");

    private static IReadOnlyList<DownloadFileCall> Read(string text, params (string Name, string Value)[] properties) =>
        DownloadFileReader.Read(text, ProjectPath, properties.ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase));
}
