using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Packages;

public sealed class CondaReaderTests
{
    private const string Environment = """
        name: acme   # the environment
        channels:
          - pytorch
          - conda-forge
        dependencies:
          - python=3.11
          - pytorch=2.4
          - pip:
            - "transformers==4.44.0"
            - deepseekai
            - x @ git+https://github.com/acme/x@main
            - --extra-index-url https://example.com/simple
          - numpy
        variables:
          A: '1'
        """;

    [Fact]
    public void What_pip_installs_is_read() => Assert.Equal(["transformers==4.44.0", "deepseekai", "x"], PackageText.Packages("environment.yml", Environment));

    [Fact]
    public void Names_and_addresses_are_judged() => Assert.Equal(
        ["SCA1081 deepseekai", "SCA1083 git+https://github.com/acme/x@main", "SCA1084 --extra-index-url https://example.com/simple"], PackageText.Findings("environment.yaml", Environment));

    [Fact]
    public void Lock_file_is_read()
    {
        const string Text = """
            version: 1
            metadata:
              channels:
              - url: conda-forge
            package:
            - name: numpy
              version: 2.0.0
              manager: conda
              hash:
                sha256: 00
            - name: litellm
              version: 1.82.7
              manager: pip
              dependencies:
                name: '>=1'
            """;

        Assert.Equal(["litellm==1.82.7"], PackageText.Packages("conda-lock.yml", Text));
        Assert.Equal(["SCA1081 litellm"], PackageText.Findings("conda-lock.yml", Text));
    }

    [Theory]
    [InlineData("dependencies: &all\n  - pip:\n    - deepseekai\n")]
    [InlineData("dependencies: [pip, torch]\n")]
    [InlineData("prefix: |\n  dependencies:\n    - pip:\n      - deepseekai\n")]
    [InlineData("dependencies:\n\t- torch\n")]
    [InlineData("dependencies:\n  - pip:\n    - 'it''s'\n")]
    public void What_is_outside_the_subset_is_said(string text)
    {
        Assert.True(PackageText.Read("environment.yml", text).IsIncomplete);
        Assert.All(PackageText.Findings("environment.yml", text), static finding => Assert.Equal("SCA1081 deepseekai", finding));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\n# nothing\n")]
    [InlineData("dependencies: []\n")]
    [InlineData("- - - a\n")]
    public void Plain_text_is_complete(string text) => Assert.False(PackageText.Read("environment.yml", text).IsIncomplete);

    [Fact]
    public void Other_files_are_left_alone() => Assert.Null(SourceReaders.Find("docker-compose.yml"));
}
