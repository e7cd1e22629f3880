using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>What a file of src may hold.</summary>
public class SourceFileTests
{
    [Fact]
    public void A_file_has_one_public_type() => Faults.None(
        from path in RepositoryFiles.Sources
        let types = PublicTypes(path).ToArray()
        where types.Length > 1
        select $"{path}: {string.Join(", ", types)}");

    // A partial class may add what its file is about: Rules.Lock.cs.
    [Fact]
    public void A_file_is_named_like_its_public_type() => Faults.None(
        from path in RepositoryFiles.Sources
        from type in PublicTypes(path)
        where Path.GetFileName(path).Split('.')[0] != type
        select $"{path}: {type}");

    private static IEnumerable<string> PublicTypes(string path) => CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path)).GetRoot()
        .DescendantNodes(static node => node is not TypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
        .Select(static member => member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        })
        .OfType<string>();
}
