using SupplyChainAnalyzers.Cli.Initialization;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

public sealed class InitCommandTests
{
    private static readonly string[] Files =
        [".gitattributes", ".vscode/settings.json", "models.lock", "models.lock.v1.json", "models.policy.json", "models.policy.v1.json"];

    [Fact]
    public void Makes_all_files_and_says_so()
    {
        using var folder = new CliFolder();
        var result = folder.Run("init").Ended(0);
        Assert.All(Files, file => Assert.Contains("created  " + file, result.Out, StringComparison.Ordinal));
        Assert.All(Files, file => Assert.True(File.Exists(folder.Full(file)), file));
        Assert.Contains("next: models lock", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_made_verifies_and_is_up_to_date()
    {
        using var folder = new CliFolder();
        folder.Run("init").Ended(0);
        folder.Run("verify").Ended(0);
        folder.Run("lock", "--check").Ended(0);
    }

    [Fact]
    public void Running_it_again_changes_nothing()
    {
        using var folder = new CliFolder();
        folder.Run("init");
        var before = Files.Select(folder.Read).ToList();
        var result = folder.Run("init").Ended(0);
        Assert.Equal(before, Files.Select(folder.Read));
        Assert.DoesNotContain("created", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Overwrites_nothing()
    {
        using var folder = new CliFolder().Write("models.policy.json", "mine").Write("models.lock", "mine").Write("models.lock.v1.json", "mine");
        var result = folder.Run("init").Ended(0);
        Assert.All(new[] { "models.policy.json", "models.lock", "models.lock.v1.json" }, file => Assert.Equal("mine", folder.Read(file)));
        Assert.DoesNotContain("next:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Adds_to_gitattributes_what_is_not_there()
    {
        using var folder = new CliFolder().Write(".gitattributes", "*.onnx filter=lfs diff=lfs merge=lfs -text\n*.txt text");
        folder.Run("init").Ended(0);
        var lines = folder.Read(".gitattributes").Split('\n');
        Assert.Equal(["*.onnx filter=lfs diff=lfs merge=lfs -text", "*.txt text", "models.lock text eol=lf"], lines.Take(3));
        Assert.Single(lines, static line => line.StartsWith("*.onnx ", StringComparison.Ordinal));
        Assert.Contains("*.safetensors -text", lines);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\n  \"editor.tabSize\": 2\n}\n")]
    [InlineData("{ \"json.schemas\": [], \"files.associations\": { \"*.x\": \"y\" } }")]
    [InlineData("{\r\n\t\"a\": [1, 2],\r\n\t\"json.schemas\": [\r\n\t\t{ \"url\": \"other\" }\r\n\t]\r\n}\r\n")]
    public void Editor_settings_keep_what_they_had(string text)
    {
        var changed = EditorSettings.With(text);
        Assert.NotNull(changed);
        var root = JsonReader.Parse(changed, JsonLimits.Default).Root;
        Assert.NotNull(root);
        Assert.Equal("json", root.Find("files.associations")!.Find("models.lock")!.StringValue);
        Assert.Contains(root.Find("json.schemas")!.Items, static item => item.Find("url")?.StringValue == "./models.lock.v1.json");
        Assert.Contains(root.Find("json.schemas")!.Items, static item => item.Find("url")?.StringValue == "./models.policy.v1.json");
        Assert.All(JsonReader.Parse(text, JsonLimits.Default).Root!.Members, member => Assert.NotNull(root.Find(member.Name)));
        Assert.Equal(changed, EditorSettings.With(changed));
    }

    [Theory]
    [InlineData("{ // mine\n}")]
    [InlineData("{ \"json.schemas\": {} }")]
    [InlineData("[]")]
    [InlineData("")]
    public void Editor_settings_that_cannot_be_merged_are_left_alone_and_the_lines_are_shown(string text)
    {
        using var folder = new CliFolder().Write(".vscode/settings.json", text);
        var result = folder.Run("init").Ended(0);
        Assert.Equal(text, folder.Read(".vscode/settings.json"));
        Assert.Contains("add by hand: \"files.associations\": { \"models.lock\": \"json\" }", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_the_repositorys_root_it_says_so()
    {
        using var folder = new CliFolder().Write("sub/x.txt", "");
        Assert.Contains("not the repository's root", folder.RunIn("sub", "init").Ended(0).Error, StringComparison.Ordinal);
    }
}
