using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Tests.Apis;
using SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;
using SupplyChainAnalyzers.Testing;
using SupplyChainAnalyzers.Testing.Catalogue;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Fuzz;

/// <summary>Code that says something to the rules: what their own tests hold, and a call of every member of the catalogue.</summary>
internal static class FuzzSeeds
{
    private const int ShortestFragment = 12;

    // What an argument can be. The catalogue's calls pass nothing but defaults, which no rule has anything to say about.
    private static readonly string[] Arguments =
    [
        "\"main\"", "\"v1.0\"", "\"e0bc86c\"", "\"https://huggingface.co/acme/x/resolve/main/m.onnx\"", "\"http://models.acme.example/m.gguf\"", "\"gpt-4o\"", "\"llama3.2\"",
        "\"acme/x\"", "\"models/model.pt\"", "Path.Combine(Path.GetTempPath(), \"m.onnx\")", "$\"https://{args}/resolve/{\"main\"}\"", "args ?? \"main\"", "\"import torch; torch.load('x.pt')\"",
        "\"-c \\\"from transformers import AutoModel; AutoModel.from_pretrained('a/b', trust_remote_code=True)\\\"\"", "\"pull llama3\"", "args.Length switch { 0 => \"main\", _ => \"latest\" }", "null",
    ];

    private const string Usings = "using System; using System.Collections.Generic; using System.IO; using System.Net.Http; using System.Threading.Tasks;\n";

    private static readonly Lazy<string[]> Fragments = new(ReadFragments);
    private static readonly Lazy<CatalogueEntry[]> Entries = new(static () => [.. ApiCatalogue.Entries.Except(CatalogueStubs.Assemblies.SelectMany(CatalogueStubs.DroppedFrom))]);

    /// <summary>How many fragments were found in the tests.</summary>
    public static int FragmentCount => Fragments.Value.Length;

    /// <summary>One seed; <paramref name="number"/> makes its names differ from those of any other.</summary>
    public static string Next(Random random, long number)
    {
        if (random.Next(3) == 0)
        {
            var entry = Entries.Value[random.Next(Entries.Value.Length)];
            var parts = CatalogueCalls.Write([entry]).Replace("class Call0", $"class Call{number}", StringComparison.Ordinal).Replace("()", "(string args = \"\")", StringComparison.Ordinal).Split("default(string)!");
            return string.Concat(parts.Select((part, i) => i == 0 ? part : Arguments[random.Next(Arguments.Length)] + part));
        }

        var fragment = Fragments.Value[random.Next(Fragments.Value.Length)];
        return fragment.Contains(';', StringComparison.Ordinal) ? InNamespace($"N{number}", fragment) : FloatingPrograms.InNamespace($"N{number}", fragment);
    }

    // One file alone can have top-level statements, and two types of one name hide each other.
    private static string InNamespace(string space, string fragment)
    {
        var root = CSharpSyntaxTree.ParseText(fragment).GetCompilationUnitRoot();
        if (root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any())
            return fragment;

        var statements = string.Concat(root.Members.OfType<GlobalStatementSyntax>().Select(static member => member.ToFullString()));
        var types = string.Concat(root.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString()));
        return $"{Usings}{root.Externs}{root.Usings.ToFullString()}\nnamespace {space}\n{{\nstatic class TopLevel {{ static async Task Main(string[] args) {{\n{statements}\n}} }}\n{types}\n}}\n";
    }

    private static string[] ReadFragments() =>
        [.. Directory.GetFiles(RepositoryFiles.PathOf("tests/SupplyChainAnalyzers.Analyzers.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantTokens())
            .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(static token => WithoutMarkup(token.ValueText))
            .Where(static text => text.Length >= ShortestFragment && text.Contains('(', StringComparison.Ordinal))
            .Distinct()];

    // A literal that is no markup is a fragment all the same.
    private static string WithoutMarkup(string text)
    {
        try
        {
            return Markup.Parse(text).Text;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            return text;
        }
    }
}
