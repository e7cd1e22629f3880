using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Packages;

public sealed class RequirementsReaderTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string Digest = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    [Theory]
    [InlineData("torch", "torch")]
    [InlineData("torch==2.4.0", "torch==2.4.0")]
    [InlineData("torch == 2.4.0 ; python_version < '3.9'", "torch==2.4.0")]
    [InlineData("torch===2.4.0", "torch==2.4.0")]
    [InlineData("torch (==2.4.0)", "torch==2.4.0")]
    [InlineData("torch[cuda, extra]==2.4.0  # pinned", "torch==2.4.0")]
    [InlineData("torch>=2.0,<3", "torch")]
    [InlineData("torch==2.*", "torch")]
    [InlineData("torch~=2.0", "torch")]
    [InlineData("  torch  ", "torch")]
    [InlineData("torch==2.4.0 --hash=sha256:00", "torch==2.4.0")]
    [InlineData("torch==2.4.0 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01", "torch==2.4.0")]
    [InlineData("\uFEFFtorch", "torch")]
    [InlineData("torch @ https://example.com/torch.whl", "torch")]
    [InlineData("torch\r\nonnx\r\n", "torch", "onnx")]
    [InlineData("# torch")]
    [InlineData("")]
    [InlineData("-r base.txt")]
    [InlineData("--index-url https://example.com/simple")]
    [InlineData("==2.0")]
    [InlineData("torch[cuda")]
    [InlineData("torch and more")]
    [InlineData("./local/wheel.whl")]
    public void Requirement_is_read_as_pip_does(string text, params string[] packages) => Assert.Equal(packages, PackageText.Packages("requirements.txt", text));

    [Theory]
    [InlineData("requirements.txt", true)]
    [InlineData("requirements-dev.txt", true)]
    [InlineData("dev-requirements.txt", true)]
    [InlineData("requirements.in", true)]
    [InlineData("constraints.txt", true)]
    [InlineData("notes.txt", false)]
    public void Files_are_told_by_their_names(string name, bool isRead) =>
        Assert.Equal(isRead, SourceReaders.Find(name)?.Kind == SourceKind.Requirements);

    [Theory]
    [InlineData("transformrs==4.44", "SCA1080 transformrs")]
    [InlineData("deepseekai", "SCA1081 deepseekai")]
    [InlineData("litellm==1.82.7", "SCA1081 litellm")]
    [InlineData("litellm==1.82.6")]
    [InlineData("torch")]
    [InlineData("acme-tools")]
    public void Names_are_judged(string text, params string[] findings) => Assert.Equal(findings, PackageText.Findings("requirements.txt", text));

    [Theory]
    [InlineData("git+https://github.com/acme/x.git", true)]
    [InlineData("git+https://github.com/acme/x.git@main", true)]
    [InlineData("git+https://github.com/acme/x.git@v1.0#egg=x", true)]
    [InlineData("git+ssh://git@github.com/acme/x.git", true)]
    [InlineData("https://example.com/x.whl", true)]
    [InlineData($"git+https://github.com/acme/x.git@{Commit}", false)]
    [InlineData($"git+https://github.com/acme/x.git@{Commit}#egg=x", false)]
    [InlineData($"https://example.com/x.whl#sha256={Digest}", false)]
    [InlineData("git+file:///srv/x", false)]
    public void Address_that_can_change_is_reported_beside_model_packages(string address, bool isReported)
    {
        string[] expected = isReported ? ["SCA1083 " + address] : [];
        Assert.Equal(expected, PackageText.Findings("requirements.txt", $"torch==2.4.0\nx @ {address}\n"));
        Assert.Equal(expected, PackageText.Findings("requirements.txt", $"torch==2.4.0\n{address}\n"));
        Assert.Equal(expected, PackageText.Findings("requirements.txt", $"torch==2.4.0\n-e {address}\n"));
        Assert.Equal(expected, PackageText.Findings("requirements.txt", $"torch==2.4.0\n--editable={address}\n"));
        Assert.Empty(PackageText.Findings("requirements.txt", $"flask==3.0\nx @ {address}\n"));
    }

    [Fact]
    public void Folder_of_the_project_is_silent() => Assert.Empty(PackageText.Findings("requirements.txt", "torch\n-e .\n-e ./libs/x\n./wheels/x.whl\n"));

    [Theory]
    [InlineData("--extra-index-url https://example.com/simple\ntorch\n", true)]
    [InlineData("torch\n--extra-index-url=https://example.com/simple\n", true)]
    [InlineData("--find-links https://example.com/wheels\ntorch\n", true)]
    [InlineData("--extra-index-url https://example.com/simple\nflask\n", false)]
    [InlineData("--index-url https://example.com/simple\ntorch\n", false)]
    [InlineData("--find-links ./wheels\ntorch\n", false)]
    [InlineData($"--extra-index-url https://example.com/simple\ntorch==2.4.0 --hash=sha256:{Digest}\n", false)]
    public void Second_index_is_reported_beside_model_packages(string text, bool isReported) =>
        Assert.Equal(isReported, PackageText.Findings("requirements.txt", text).Any(static finding => finding.StartsWith("SCA1084 https://example.com/", StringComparison.Ordinal)));
}
