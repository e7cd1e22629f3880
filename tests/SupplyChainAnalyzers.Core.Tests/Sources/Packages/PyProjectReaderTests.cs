namespace SupplyChainAnalyzers.Core.Tests.Sources.Packages;

public sealed class PyProjectReaderTests
{
    private const string File = "pyproject.toml";

    [Fact]
    public void Requirements_of_every_table_are_read()
    {
        const string Text = """
            # a project
            [build-system]
            requires = ["setuptools>=61", 'wheel']

            [project]
            name = "acme"
            dependencies = [
                "torch==2.4.0", # pinned
                "transformers[torch]>=4 ; python_version > '3.8'",
            ]

            [project.optional-dependencies]
            onnx = ["onnx", "onnxruntime==1.19.0"]

            [dependency-groups]
            test = ["pytest", { include-group = "onnx" }]

            [tool.uv]
            dev-dependencies = ["ruff"]
            """;

        Assert.Equal(["setuptools", "wheel", "torch==2.4.0", "transformers", "onnx", "onnxruntime==1.19.0", "pytest", "ruff"], PackageText.Packages(File, Text));
        Assert.Empty(PackageText.Findings(File, Text));
    }

    [Fact]
    public void Dependencies_of_Poetry_are_read()
    {
        const string Text = """
            [tool.poetry.dependencies]
            python = "^3.11"
            torch = "==2.4.0"
            transformers = { version = "^4.44", extras = ["torch"] }
            datazet = [{ version = "*", platform = "linux" }]

            [tool.poetry.group.dev.dependencies]
            onnx = "*"
            """;

        Assert.Equal(["torch==2.4.0", "transformers", "datazet", "onnx"], PackageText.Packages(File, Text));
    }

    [Fact]
    public void Sources_that_move_are_reported()
    {
        const string Text = """
            [project]
            dependencies = ["torch", "acme-models", "direct @ git+https://github.com/acme/direct"]

            [tool.uv.sources]
            acme-models = { git = "https://github.com/acme/models", branch = "main" }
            fixed = { git = "https://github.com/acme/fixed", rev = "043235d6088ecd3dd5fb5ca3592b6913fd516027" }
            archive = { url = "https://example.com/archive.whl" }
            local = { path = "../local" }
            several = [{ index = "pytorch", marker = "x" }]
            """;

        Assert.Equal(
            ["SCA1083 git+https://github.com/acme/direct", "SCA1083 https://github.com/acme/models", "SCA1083 https://example.com/archive.whl"], PackageText.Findings(File, Text));
    }

    [Fact]
    public void Second_index_is_reported_where_uv_looks_at_all_of_them()
    {
        const string Text = "[project]\ndependencies = [\"torch\"]\n[tool.uv]\nindex-strategy = \"unsafe-best-match\"\nextra-index-url = [\"https://example.com\"]\n";
        Assert.Equal(["SCA1084 unsafe-best-match"], PackageText.Findings(File, Text));
        Assert.Empty(PackageText.Findings(File, Text.Replace("unsafe-best-match", "first-index", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[project]\ndependencies = [\"transformrs\"]\n", "SCA1080 transformrs")]
    [InlineData("project.dependencies = [\"transformrs\"]\n", "SCA1080 transformrs")]
    [InlineData("[\"project\"]\n'dependencies' = [ '''transformrs''' ]\n", "SCA1080 transformrs")]
    [InlineData("[tool.poetry.dependencies]\ndeepseekai = \"*\"\n", "SCA1081 deepseekai")]
    [InlineData("[project]\nbroken = \n= x\ndependencies = [\"transformrs\"]\n", "SCA1080 transformrs")]
    public void Names_are_judged_where_they_stand(string text, params string[] findings) => Assert.Equal(findings, PackageText.Findings(File, text));

    [Theory]
    [InlineData("[project\ndependencies = 1")]
    [InlineData("a = \"never closed")]
    [InlineData("a = [1, 2")]
    [InlineData("a = { b = 1")]
    [InlineData("a.b = 1\na.b.c = 2")]
    [InlineData("a = 1 2 = 3")]
    [InlineData("a = \"\\q\"")]
    public void What_cannot_be_read_is_said(string text) => Assert.True(PackageText.Read(File, text).IsIncomplete);

    [Fact]
    public void Depth_is_bounded() => Assert.True(PackageText.Read(File, "a = " + new string('[', 100_000)).IsIncomplete);

    [Theory]
    [InlineData("a = 1979-05-27T07:32:00Z\nb = 0xFF\nc = 1_000.5e3\nd = true\n[[t]]\nx = {}\n[[t]]\n[t.u]\ny = []\n")]
    [InlineData("s = \"\"\"\none \"quote\"\n\\\n   two\"\"\"\nl = 'C:\\temp'\nu = \"\\u00e9\\U0001F600\"\n")]
    public void All_of_the_language_is_read(string text) => Assert.False(PackageText.Read(File, text).IsIncomplete);
}
