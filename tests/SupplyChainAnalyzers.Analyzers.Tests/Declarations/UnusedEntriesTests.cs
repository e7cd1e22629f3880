namespace SupplyChainAnalyzers.Analyzers.Tests.Declarations;

public class UnusedEntriesTests
{
    private static readonly DeclarationProject Project = new() { Lock = TestLock.Of(TestLock.Model("old-digits", "models/digits", null, null, null, "net.onnx")) };

    [Fact]
    public async Task An_entry_that_nothing_names_is_a_message() =>
        Assert.Equal(["SCA1090 models.lock(4,3): Info"], await Project.FoundAsync());

    [Theory]
    [InlineData("""class C { string s = "data/net.onnx"; }""")]
    [InlineData("""class C { string s = @"models\DIGITS"; }""")]
    [InlineData("class C { object o = ModelFiles.OldDigits; }")]
    [InlineData("class C { /* old-digits */ }")]
    public async Task A_name_anywhere_in_the_code_is_a_use(string source) => Assert.Empty(await (Project with { Source = source }).FoundAsync());

    [Fact]
    public async Task The_accessors_themselves_are_no_use() =>
        Assert.Single(await (Project with { Source = "class ModelFiles { object OldDigits; }", SourceName = "ModelFiles.g.cs" }).FoundAsync());

    [Fact]
    public async Task An_item_is_a_use() => Assert.Empty(await (Project with { Items = [".", "Models\\digits\\net.onnx"] }).FoundAsync());

    [Fact]
    public async Task Nothing_is_said_where_nothing_is_known()
    {
        Assert.Empty(await (Project with { Items = null }).FoundAsync());
        Assert.Empty(await (Project with { LockPath = "/repo/models.lock" }).FoundAsync());
        Assert.Empty(await (Project with { Source = "class C { }" + new string(' ', 5 << 20) }).FoundAsync());
    }
}
