using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Testing;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Analyzers.Tests.Apis;

public sealed class ModelApiTableTests
{
    private const string UpdateVariable = "SCA_UPDATE_GENERATED";

    [Fact]
    public void Embedded_table_is_what_the_catalogue_gives()
    {
        var path = RepositoryFiles.PathOf(ModelApiTable.Path);
        var generated = ModelApiTable.Generate();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, generated);

        Assert.Equal(generated, File.ReadAllText(path));
    }

    [Fact]
    public void Every_line_of_the_table_is_read()
    {
        var lines = ModelApiTable.Generate().Split('\n').Count(static line => line.Length > 0 && line[0] is not '#' and not '@');

        Assert.Equal(lines, ApiTable.Shared.Types.Sum(static type => type.Members.Count()));
    }

    [Fact]
    public void A_type_stands_under_one_group_of_assemblies()
    {
        var types = ApiCatalogue.Entries.GroupBy(static entry => entry.MetadataType, StringComparer.Ordinal);

        Assert.All(types, static type => Assert.Single(type.Select(static entry => string.Join(' ', ApiCatalogue.Packages[entry.Package].Roots)).Distinct()));
    }

    [Fact]
    public void Every_assembly_of_a_stub_lies_under_its_roots()
    {
        Assert.All(
            ApiCatalogue.Packages.Values.Where(static package => package.StubAssembly is not null),
            static package => Assert.Contains(package.Roots, root => AssemblyRoot.Covers(root, package.StubAssembly!)));
    }

    [Fact]
    public void Roles_of_overloads_are_merged_by_parameter_name()
    {
        var member = ApiTable.Shared.Find("Emgu.CV.Dnn.DnnInvoke")!.Find("ReadNetFromTensorflow", ApiKind.Method)!;

        Assert.Equal(ParameterRoles.Path | ParameterRoles.Bytes, member.RoleOf("model"));
        Assert.Equal(ParameterRoles.None, member.RoleOf("extraOutputs"));
    }

    [Theory]
    [InlineData("System", "System", true)]
    [InlineData("System", "System.Net.Http", true)]
    [InlineData("System", "SystemX", false)]
    [InlineData("Microsoft.ML", "Microsoft.MLNet", false)]
    public void A_root_covers_itself_and_what_is_below(string root, string assembly, bool covered) =>
        Assert.Equal(covered, AssemblyRoot.Covers(root, assembly));
}
