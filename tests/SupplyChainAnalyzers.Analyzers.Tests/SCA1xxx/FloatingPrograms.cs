namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>A program with names that hold branches and addresses, for tests of what can be followed.</summary>
internal static class FloatingPrograms
{
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

    /// <summary>As top-level statements.</summary>
    public static string Text(string call) => Usings + Body(call) + Names;

    /// <summary>In a namespace of its own, so that many fit into one compilation.</summary>
    public static string InNamespace(string space, string call) =>
        $"{Usings}using Microsoft.ML.OnnxRuntime;\nnamespace {space}\n{{\nstatic class Program {{ static void Main(string[] args) {{\n{Body(call)}}} }}\n{Names}}}\n";

    private static string Body(string call) => $$"""
        using var http = new HttpClient();
        var local = "https://huggingface.co/acme/x/resolve/main/m.onnx";
        string assignedOnce;
        assignedOnce = "https://huggingface.co/acme/x/resolve/main/m.onnx";
        var assignedTwice = "https://huggingface.co/acme/x/resolve/main/m.onnx";
        if (args.Length > 1)
            assignedTwice = args[1];
        var passedByReference = "https://huggingface.co/acme/x/resolve/main/m.onnx";
        Names.Change(ref passedByReference);
        object result = {{call}};

        """;

    private const string Names = """
        static class Names
        {
            public const string Branch = "main";
            public const string Host = "https://huggingface.co";
            public const string Address = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            public static readonly string Readonly = Host + "/acme/x/resolve/main/m.onnx";
            public static string Property => Host + "/acme/x/resolve/main/m.onnx";
            public static string Writable = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            public static readonly string SetByConstructor = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            public static readonly string Loop = Other;
            public static readonly string Other = Loop;
            static Names() => SetByConstructor = Environment.MachineName;
            public static void Change(ref string text) => text = Environment.MachineName;
        }

        """;
}
