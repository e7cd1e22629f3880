using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public class DownloadFileRuleTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string Digest = "62c6aa0b2f6c1e3d4f5a6b7c8d9e0f112233445566778899aabbccddeeff0011";

    [Theory]
    [InlineData("https://huggingface.co/acme/m/resolve/main/model.onnx", "'main', which can move")]
    [InlineData("https://huggingface.co/acme/m/resolve/043235d/model.onnx", "'043235d', which can move")]
    [InlineData("https://huggingface.co/acme/m/resolve/v2.1.0/config.json?download=true", "'v2.1.0', which can move")]
    [InlineData("https://huggingface.co/gpt2/resolve/main/pytorch_model.bin", "'main', which can move")]
    [InlineData("https://huggingface.co/datasets/acme/d/resolve/main/train.parquet", "'main', which can move")]
    [InlineData("https://huggingface.co/acme/m/resolve/refs%2Fpr%2F1/model.onnx", "'refs/pr/1', which can move")]
    [InlineData("https://hf-mirror.com/acme/m/resolve/main/sub/model.onnx", "'main', which can move")]
    [InlineData("https://raw.githubusercontent.com/acme/r/main/models/m.onnx", "'main', which can move")]
    [InlineData("https://github.com/acme/r/raw/main/m.gguf", "'main', which can move")]
    [InlineData("https://github.com/acme/r/releases/download/v1/m.onnx", "release asset")]
    [InlineData("http://example.com/models/M.ONNX", "without a hash")]
    [InlineData("https://example.com/ggml-base.bin", "without a hash")]
    [InlineData("https://example.com/big.onnx.data", "without a hash")]
    public void Download_that_can_change_is_SCA1062(string url, string says)
    {
        var finding = Check(url);

        Assert.NotNull(finding);
        Assert.Same(Rules.DownloadFileWithoutPin, finding.Rule);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Equal(Place, finding.Region);
        Assert.Equal("/src/a.csproj", finding.File);
    }

    [Theory]
    [InlineData("https://huggingface.co/acme/m/resolve/" + Commit + "/model.onnx")]
    [InlineData("https://huggingface.co/gpt2/resolve/" + Commit + "/pytorch_model.bin")]
    [InlineData("https://raw.githubusercontent.com/acme/r/" + Commit + "/m.onnx")]
    [InlineData("https://registry.example.com/v2/acme/m/blobs/sha256:" + Digest)]
    [InlineData("https://example.com/sha256-" + Digest + "/m.onnx")]
    [InlineData("https://example.com/tool.zip")]
    [InlineData("https://example.com/data.bin")]
    [InlineData("https://huggingface.co/acme/m")]
    [InlineData("https://nothuggingface.co/acme/m/resolve/main/readme.txt")]
    [InlineData("ftp://example.com/m.onnx")]
    [InlineData("models/m.onnx")]
    [InlineData("")]
    public void Pinned_download_or_no_model_is_silent(string url) => Assert.Null(Check(url));

    [Fact]
    public void Upper_case_commit_is_no_commit() =>
        Assert.NotNull(Check("https://huggingface.co/acme/m/resolve/" + Commit.ToUpperInvariant() + "/model.onnx"));

    [Fact]
    public void Verified_hash_covers_the_download() =>
        Assert.Null(DownloadFileRule.Check(new DownloadFileCall("https://example.com/m.onnx", "/src/a.csproj", Place, HasHash: true), null, null));

    [Fact]
    public void Declared_destination_covers_the_download()
    {
        var models = Lock(new ModelSource { Type = SourceType.Local });
        var declared = Path.Combine(Root, "models", "m", "model.onnx");

        Assert.Null(Check("https://example.com/other.onnx", models, declared));
        Assert.NotNull(Check("https://example.com/other.onnx", models, declared + ".bak"));
        Assert.NotNull(Check("https://example.com/other.onnx", models));
    }

    [Fact]
    public void Declared_url_covers_the_download()
    {
        var models = Lock(new ModelSource { Type = SourceType.Url, Url = "https://example.com/a/model.onnx" });

        Assert.Null(Check("https://example.com/a/model.onnx", models));
        Assert.Null(Check("https://example.com/a/model.onnx?x=1", models));
        Assert.NotNull(Check("https://example.com/b/model.onnx", models));
    }

    [Fact]
    public void Declared_release_asset_covers_the_download()
    {
        var models = Lock(new ModelSource { Type = SourceType.GitHub, Repo = "Acme/R", Asset = "model.onnx" });

        Assert.Null(Check("https://github.com/acme/r/releases/download/v1/model.onnx", models));
        Assert.NotNull(Check("https://github.com/acme/r/releases/download/v1/other.onnx", models));
        Assert.NotNull(Check("https://github.com/evil/r/releases/download/v1/model.onnx", models));
    }

    [Fact]
    public void Lock_of_another_revision_does_not_cover_a_branch() =>
        Assert.NotNull(Check(
            "https://huggingface.co/acme/m/resolve/main/model.onnx",
            Lock(new ModelSource { Type = SourceType.HuggingFace, Repo = "acme/m", Revision = Commit, ResolvedFrom = "main" })));

    [Fact]
    public void Query_is_never_shown() =>
        Assert.DoesNotContain("hunter2", Check("https://example.com/m.onnx?token=hunter2")!.Message, StringComparison.Ordinal);

    [Fact]
    public void Hostile_revision_is_shown_safely()
    {
        var message = Check("https://huggingface.co/acme/m/resolve/%1b%5b31m%0a%23%23vso%5bx%5d/model.onnx")!.Message;

        Assert.DoesNotContain('\u001b', message);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("##vso[", message, StringComparison.Ordinal);
    }

    private static readonly string Root = OperatingSystem.IsWindows() ? @"C:\r" : "/r";
    private static readonly TextRegion Place = new(3, 5, 3, 9);

    private static Finding? Check(string url, ModelsLock? models = null, string? destination = null) =>
        DownloadFileRule.Check(new DownloadFileCall(url, "/src/a.csproj", Place, destination), models, Root);

    private static ModelsLock Lock(ModelSource source) => new()
    {
        Models = new Dictionary<string, ModelEntry>
        {
            ["m"] = new()
            {
                Name = "m",
                Path = "models/m",
                Source = source,
                Files = new Dictionary<string, ModelFile>
                {
                    ["model.onnx"] = new() { Path = "model.onnx", Format = "onnx", Sha256 = Digest, Size = 1 },
                },
            },
        },
    };
}
