using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>A program with names that hold branches and addresses, for tests of what can be followed. It holds those that the call names.</summary>
internal static class FloatingPrograms
{
    private const string Address = "\"https://huggingface.co/acme/x/resolve/{|SCA1002:main|}/m.onnx\"";

    private const string Usings = """
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using HuggingfaceHub;
        using HuggingFace;
        #pragma warning disable SYSLIB0014

        """;

    private static readonly (string Name, string Text)[] Locals =
    [
        ("fromLocal", $"var fromLocal = {Address};"),
        ("assignedOnce", $"string assignedOnce; assignedOnce = {Address};"),
        ("assignedTwice", $"var assignedTwice = {Address}; if (args.Length > 1) assignedTwice = args[1];"),
        ("passedByReference", $"var passedByReference = {Address}; Names.Change(ref passedByReference);"),
    ];

    private static readonly (string Name, string Text)[] Members =
    [
        ("Names.Branch", "public const string Branch = \"main\";"),
        ("Names.Host", "public const string Host = \"https://huggingface.co\";"),
        ("Names.Plain", "public const string Plain = \"http://models.acme.example\";"),
        ("Names.Address", $"public const string Address = {Address};"),
        ("Names.Readonly", $"public static readonly string Readonly = {Address};"),
        ("Names.Property", $"public static string Property => {Address};"),
        ("Names.Writable", $"public static string Writable = {Address};"),
        ("Names.SetByConstructor", $"public static readonly string SetByConstructor = {Address}; static Names() => SetByConstructor = Environment.MachineName;"),
        ("Names.Loop", "public static readonly string Loop = Other; public static readonly string Other = Loop;"),
    ];

    /// <summary>As top-level statements.</summary>
    public static string Text(string call) => Usings + Body(call) + Names(call);

    /// <summary>In a namespace of its own and without markup, so that many fit into one compilation.</summary>
    public static string InNamespace(string space, string call) => Markup.Parse(
        $"{Usings}using Microsoft.ML.OnnxRuntime;\nnamespace {space}\n{{\nstatic class Program {{ static void Main(string[] args) {{\n{Body(call)}}} }}\n{Names(call)}}}\n").Text;

    private static string Body(string call) => $"using var http = new HttpClient();\n{Named(Locals, call)}object result = {call};\n";

    private static string Names(string call) => $"static class Names\n{{\n{Named(Members, call)}public static void Change(ref string text) => text = Environment.MachineName;\n}}\n";

    private static string Named((string Name, string Text)[] all, string call) =>
        string.Concat(all.Where(item => call.Contains(item.Name, StringComparison.Ordinal)).Select(static item => item.Text + "\n"));
}
