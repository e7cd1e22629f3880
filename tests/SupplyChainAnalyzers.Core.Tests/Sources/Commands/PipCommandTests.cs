using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Commands;

public sealed class PipCommandTests
{
    [Theory]
    [InlineData("pip install transformrs", "SCA1080", "transformrs")]
    [InlineData("pip3.12 install -U --no-cache-dir \"transformrs[torch]>=4\"", "SCA1080", "transformrs")]
    [InlineData("sudo pip install -i https://example.com/simple transformrs", "SCA1080", "transformrs")]
    [InlineData("python3 -m pip install transformrs", "SCA1080", "transformrs")]
    [InlineData("uv pip install --system transformrs", "SCA1080", "transformrs")]
    [InlineData("uv add --dev transformrs", "SCA1080", "transformrs")]
    [InlineData("uv tool install transformrs", "SCA1080", "transformrs")]
    [InlineData("uv add --group train torch transformrs", "SCA1080", "transformrs")]
    [InlineData("poetry -C app add -G train transformrs@^4.0", "SCA1080", "transformrs")]
    [InlineData("poetry add torch git+https://github.com/acme/x@main", "SCA1083", "git+https://github.com/acme/x@main")]
    [InlineData("pdm add transformrs", "SCA1080", "transformrs")]
    [InlineData("pipx install --force transformrs==1.0", "SCA1080", "transformrs")]
    [InlineData("pipenv install transformrs", "SCA1080", "transformrs")]
    [InlineData("pip download -d out deepseekai", "SCA1081", "deepseekai")]
    [InlineData("pip install torch --extra-index-url https://example.com/simple", "SCA1084", "https://example.com/simple")]
    [InlineData("pip install torch --extra-index-url=https://example.com/simple", "SCA1084", "https://example.com/simple")]
    [InlineData("pip install torch git+https://github.com/acme/x@main", "SCA1083", "git+https://github.com/acme/x@main")]
    [InlineData("pip install torch -e git+https://github.com/acme/x", "SCA1083", "git+https://github.com/acme/x")]
    public void What_is_installed_is_judged_like_a_list_of_requirements(string script, string rule, string expected)
    {
        foreach (var (file, text) in new[] { ("setup.sh", script), ("Dockerfile", "FROM scratch\nRUN " + script) })
        {
            var finding = Assert.Single(SourceReaders.Find(file)!.Read(text, SourceContext.None).Findings);

            Assert.Equal((rule, expected), (finding.Rule.Id, text.Substring(finding.Start, finding.Length)));
        }
    }

    [Theory]
    [InlineData("pip install torch==2.4.0 transformers")]
    [InlineData("pip install -r transformrs -c transformrs --target transformrs")]
    [InlineData("pip install . ./transformrs dist/transformrs-1.whl \"$transformrs\" \"${X}transformrs\"")]
    [InlineData("pip uninstall transformrs")]
    [InlineData("pip show transformrs")]
    [InlineData("uv install transformrs")]
    [InlineData("python pip.py install transformrs")]
    [InlineData("pip install")]
    [InlineData("uv add torch@latest")]
    [InlineData("poetry install transformrs")]
    [InlineData("poetry remove transformrs")]
    [InlineData("pip add transformrs")]
    [InlineData("pipx run transformrs")]
    [InlineData("pipx list")]
    [InlineData("conda install transformrs")]
    public void What_is_known_pinned_or_not_installed_is_not_reported(string script) =>
        Assert.Empty(SourceReaders.Find("setup.sh")!.Read(script, SourceContext.None).Findings);

    [Fact]
    public void Packages_are_facts_with_their_versions() => Assert.Equal(
        [("torch", "2.4.0"), ("numpy", null)],
        SourceReaders.Find("setup.sh")!.Read("pip install torch==2.4.0 \"numpy<2\"", SourceContext.None).Facts.Select(static fact => (fact.Name, fact.Version)));
}
