namespace SupplyChainAnalyzers.Core.Tests.Sources.Packages;

public sealed class PythonLockReaderTests
{
    [Fact]
    public void Packages_of_uv_are_read()
    {
        const string Text = """
            version = 1
            requires-python = ">=3.11"

            [[package]]
            name = "acme"
            version = "0.1.0"
            source = { editable = "." }

            [[package]]
            name = "torch"
            version = "2.4.0"
            source = { registry = "https://example.com/simple" }
            wheels = [
                { url = "https://example.com/torch.whl", hash = "sha256:00", size = 1 },
            ]

            [[package]]
            name = "litellm"
            version = "1.82.8"
            source = { registry = "https://example.com/simple" }
            """;

        Assert.Equal(["torch==2.4.0", "litellm==1.82.8"], PackageText.Packages("uv.lock", Text));
        Assert.Equal("sha256:00", PackageText.Read("uv.lock", Text).Facts[0].Digest);
        Assert.Equal(["SCA1081 litellm"], PackageText.Findings("uv.lock", Text));
    }

    [Fact]
    public void Packages_of_Poetry_are_read()
    {
        const string Text = """
            [[package]]
            name = "ultralytics"
            version = "8.3.41"
            files = [{file = "x.whl", hash = "sha256:01"}]

            [package.source]
            type = "git"
            resolved_reference = "043235d6088ecd3dd5fb5ca3592b6913fd516027"
            """;

        Assert.Equal(["SCA1081 ultralytics"], PackageText.Findings("poetry.lock", Text));
    }

    [Fact]
    public void Packages_of_pylock_are_read() => Assert.Equal(["torch==2.4.0"], PackageText.Packages("pylock.toml", "[[packages]]\nname = \"torch\"\nversion = \"2.4.0\"\n"));
}
