using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public sealed class ScopeTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public ScopeTests()
    {
        _tree.Declare("a", "a.gguf", Samples.Gguf(1)).Declare("a", "vocab.txt", "x"u8.ToArray(), "text").Declare("b", "b.gguf", Samples.Gguf(2));
        _tree.Write("models/b/b.gguf", Samples.Gguf(2, 9));
        _tree.Write("models/b/extra.bin", "x");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Models_that_are_not_used_are_not_looked_at()
    {
        var result = _tree.Verify(request => request with { Scope = [_tree.At("models/a/a.gguf")] });

        Assert.Empty(result.Findings);
        Assert.Equal((2, 2, 2), (result.Models, result.Files, result.Hashed));
    }

    [Fact]
    public void Model_that_is_used_is_verified_whole()
    {
        _tree.Write("models/a/vocab.txt", "y");

        _tree.OneError(Rules.FileHash, _tree.ShaOf("a", "vocab.txt"), request => request with { Scope = [_tree.At("models/a/a.gguf")] });
    }

    [Fact]
    public void Empty_scope_looks_at_nothing() =>
        Assert.Equal(0, _tree.Verify(request => request with { Scope = [] }).Files);

    [Fact]
    public void Without_a_scope_everything_is_looked_at() =>
        Assert.Equal(["SCA2106", "SCA2104"], _tree.Verify().Findings.Select(finding => finding.Finding.Rule.Id));

    [Fact]
    public void File_of_a_model_outside_the_scope_is_not_undeclared()
    {
        using var tree = new LockedTree();
        tree.Declare("a", "a.gguf", Samples.Gguf(1), path: "models").Declare("b", "b.gguf", Samples.Gguf(2), path: "models");
        tree.Write("models/b.gguf", Samples.Gguf(9));

        Assert.Empty(tree.Verify(request => request with { Scope = [tree.At("models/a.gguf")] }).Findings);
    }
}
