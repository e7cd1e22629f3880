using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

public sealed class ShippedItemsTests : IDisposable
{
    private readonly LockedTree _tree = new();

    public ShippedItemsTests() => _tree.Declare("m", "a.gguf", Samples.Gguf());

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Undeclared_model_is_SCA2120_at_its_project()
    {
        var path = _tree.Write("src/App/Assets/b.dat", Samples.Gguf(5));
        var place = new TextRegion(7, 5, 7, 20);

        var finding = Assert.Single(Check(new ShippedItem(path, "Content", Project, place)));
        Assert.Equal((Rules.ShippedNotDeclared, Level.Warning), (finding.Finding.Rule, finding.Level));
        Assert.Equal((Project, place, path), (finding.Finding.File, finding.Finding.Region, finding.Finding.Subject));
        Assert.StartsWith("'src/App/Assets/b.dat' (gguf, 29 bytes) is shipped as Content but not declared in models.lock; run: models lock", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pickle_counts_as_a_model() =>
        Assert.Single(Check(Item(_tree.Write("x/b.txt", Samples.Pickle()))));

    [Fact]
    public void Strict_mode_makes_it_an_error() =>
        Assert.Equal(Level.Error, Assert.Single(ShippedItems.Check(_tree.Request with { Mode = "strict" }, [Item(_tree.Write("b.gguf", Samples.Gguf(5)))]).Findings).Level);

    [Fact]
    public void Declared_file_is_covered_by_its_path_whatever_it_holds()
    {
        _tree.Write("models/m/a.gguf", Samples.Gguf(7));

        Assert.Empty(Check(Item(_tree.At("models/m/a.gguf")), Item(_tree.At("models/x/../m/a.gguf"))));
    }

    [Fact]
    public void Copy_of_a_declared_file_is_covered_by_its_bytes()
    {
        Assert.Empty(Check(Item(_tree.Write("packages/p/contentFiles/a.bin", Samples.Gguf()))));
        Assert.Single(Check(Item(_tree.Write("packages/p/contentFiles/a.bin", Samples.Gguf(100, 8)))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("some text")]
    [InlineData("")]
    public void What_is_no_model_is_silent(string content) =>
        Assert.Empty(Check(Item(_tree.Write("b.onnx", content))));

    [Fact]
    public void Absent_item_is_MSBuilds_own_affair() => Assert.Empty(Check(Item(_tree.At("gone.gguf"))));

    [Fact]
    public void Same_file_of_one_project_is_one_finding_and_of_two_projects_two()
    {
        var path = _tree.Write("b.gguf", Samples.Gguf(5));

        Assert.Single(Check(Item(path), Item(path) with { Kind = "None" }));
        Assert.Equal(2, Check(Item(path), Item(path) with { ProjectFile = _tree.At("other.csproj") }).Count);
    }

    [Fact]
    public void Faulty_lock_is_an_error()
    {
        File.WriteAllText(_tree.LockPath, "{");

        Assert.Equal("SCA2002", Assert.Single(Check()).Finding.Rule.Id);
    }

    private string Project => _tree.At("src/App/App.csproj");

    private ShippedItem Item(string path) => new(path, "Content", Project);

    private IReadOnlyList<DecidedFinding> Check(params ShippedItem[] items) => ShippedItems.Check(_tree.Request, items).Findings;
}
