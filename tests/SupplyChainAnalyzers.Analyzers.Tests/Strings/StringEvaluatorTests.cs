using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Analyzers.Tests.Strings;

/// <summary>What the evaluator makes of the argument of Sink(…). A hole is shown as *, the program's folder as ~, a fallback in brackets.</summary>
public sealed class StringEvaluatorTests
{
    [Theory]
    [InlineData("Sink(\"a\")", "a")]
    [InlineData("Sink(\"a\" + Const + $\"b{Const}\")", "acbc")]
    [InlineData("Sink(nameof(Const))", "Const")]
    [InlineData("Sink($\"a{p}b\")", "a*b")]
    [InlineData("Sink($\"a{1:x}\")", "a*")]
    [InlineData("Sink(string.Format(\"a{0}/{1}\", \"b\", p))", "ab/*")]
    [InlineData("Sink(string.Format(System.Globalization.CultureInfo.InvariantCulture, \"{0}-{0}\", \"b\"))", "b-b")]
    [InlineData("Sink(string.Format(\"{{a}}\"))", "*")]
    [InlineData("Sink(string.Format(\"{0:x}\", \"a\"))", "*")]
    [InlineData("Sink(string.Format(\"{9}\", \"a\"))", "*")]
    [InlineData("Sink(string.Format(\"{0\", \"a\"))", "*")]
    [InlineData("Sink(string.Join(\"/\", \"a\", \"b\", p))", "a/b/*")]
    [InlineData("Sink(string.Concat(\"a\", \"b\"))", "ab")]
    [InlineData("Sink(\"a/\".TrimEnd('/') + \"/b\")", "a/b")]
    [InlineData("Sink(Path.Combine(AppContext.BaseDirectory, \"a\", \"b\"))", "~/a/b")]
    [InlineData("Sink(Path.Join(\"a\", \"b\"))", "a/b")]
    [InlineData("Sink(p ?? \"a\")", "[a]")]
    [InlineData("Sink(p ?? throw new Exception())", "[*]")]
    [InlineData("Sink(p == null ? \"a\" : \"b\")", "a", "b")]
    [InlineData("Sink(p switch { \"x\" => \"a\", \"y\" => \"b\", _ => throw new Exception() })", "a", "b")]
    [InlineData("var v = \"a\"; Sink(v)", "a")]
    [InlineData("string v; v = \"a\"; Sink(v)", "a")]
    [InlineData("string v; if (p == null) v = \"a\"; else v = \"b\"; Sink(v)", "a", "b")]
    [InlineData("string v = \"\"; switch (p) { case \"x\": v = \"a\"; break; default: v = \"b\"; break; } Sink(v)", "a", "b")]
    [InlineData("var v = \"a\"; if (p == null) v = \"b\"; Sink(v)", "a", "b")]
    [InlineData("var v = \"a\"; v = \"b\"; Sink(v)", "*")]
    [InlineData("var v = \"a\"; v += \"b\"; Sink(v)", "*")]
    [InlineData("var v = \"a\"; if (p == null) v = v + \"b\"; Sink(v)", "*")]
    [InlineData("var v = \"a\"; Change(ref v); Sink(v)", "*")]
    [InlineData("Sink(Readonly)", "r")]
    [InlineData("Sink(_kept)", "k")]
    [InlineData("Sink(_fromConstructor)", "[x]")]
    [InlineData("Sink(_twice)", "a", "b")]
    [InlineData("Sink(_appended)", "*")]
    [InlineData("Sink(Public)", "*")]
    [InlineData("Sink(GetOnly)", "g")]
    [InlineData("Sink(Option)", "[o]")]
    [InlineData("Sink(Computed)", "rc")]
    [InlineData("Sink(Url(\"n\"))", "a/n/b")]
    [InlineData("Sink(Url(p))", "a/*/b")]
    [InlineData("Sink(Loop(\"n\"))", "*")]
    [InlineData("Sink(Table[0])", "a", "b")]
    [InlineData("Sink(Map[\"x\"])", "a", "b")]
    [InlineData("Sink(List.First())", "a", "b")]
    [InlineData("foreach (var v in Table) Sink(v)", "a", "b")]
    [InlineData("foreach (var v in new[] { \"a\", \"b\" }) Sink(v)", "a", "b")]
    [InlineData("Sink(Large[0])", "*")]
    [InlineData("Sink(new Uri(new Uri(\"https://h/a/\"), \"b\").ToString())", "https://h/a/b")]
    [InlineData("Sink(new Uri(new Uri(\"https://h/a/c\"), \"/b\").AbsoluteUri)", "https://h/b")]
    [InlineData("Sink(new UriBuilder(\"https://h/a\").Uri.ToString())", "https://h/a")]
    [InlineData("Sink(new UriBuilder { Scheme = \"https\", Host = \"h\", Path = \"a/b\" }.Uri.ToString())", "https://h/a/b")]
    [InlineData("Sink(new UriBuilder(\"https\", \"h\", 443, \"a\").ToString())", "https://h/a")]
    [InlineData("Sink(fallback)", "[f]")]
    [InlineData("Sink(p)", "*")]
    [InlineData("Sink(Environment.GetEnvironmentVariable(\"X\") ?? Const)", "[c]")]
    public void Values(string body, params string[] expected)
    {
        var tree = CSharpSyntaxTree.ParseText(Source(body));
        var compilation = CSharpCompilation.Create("Strings", [tree], PlatformReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var model = compilation.GetSemanticModel(tree);
        var argument = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Single(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Sink" }).ArgumentList.Arguments[0].Expression;

        var values = new StringEvaluator(model, CancellationToken.None).Evaluate(model.GetOperation(argument));

        Assert.Equal(expected, values.Select(Show));
    }

    private static string Show(StringValue value)
    {
        var text = value.Text.Replace(StringValue.Hole, '*').Replace(StringValue.AppFolder, '~');
        return value.IsFallback ? $"[{text}]" : text;
    }

    private static string Source(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        class C
        {
            const string Const = "c";
            static readonly string Readonly = "r";
            private string _kept = "k";
            private readonly string _fromConstructor;
            private string _twice;
            private string _appended = "a";
            public string Public = "p";
            public string GetOnly { get; } = "g";
            public string Option { get; set; } = "o";
            public string Computed => Readonly + Const;
            static readonly string[] Table = { "a", "b" };
            static readonly Dictionary<string, string> Map = new() { ["x"] = "a", ["y"] = "b" };
            static List<string> List { get; } = ["a", "b"];
            static readonly string[] Large = ["a", "b", "c", "d", "e"];
            C(string given) { _fromConstructor = given ?? "x"; _twice = "a"; }
            void Set() { this._twice = "b"; _appended += "c"; }
            static string Url(string name) => $"a/{name}/b";
            static string Loop(string name) => Loop(name + "x");
            static void Change(ref string text) => text = "";
            static void Sink(string text) { }
            void M(string p, string fallback = "f") { {{body}}; }
        }
        """;
}
