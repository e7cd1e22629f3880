namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>A program with names that hold branches and addresses, for tests of what can be followed.</summary>
internal static class FloatingPrograms
{
    public static string Text(string call) => $$"""
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using HuggingfaceHub;
        using HuggingFace;

        #pragma warning disable SYSLIB0014
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

        static class Names
        {
            public const string Branch = "main";
            public const string Host = "https://huggingface.co";
            public const string Address = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            public static readonly string Readonly = Host + "/acme/x/resolve/main/m.onnx";
            public static string Property => Host + "/acme/x/resolve/main/m.onnx";
            public static string Writable = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            public static readonly string SetByConstructor = "https://huggingface.co/acme/x/resolve/main/m.onnx";
            static Names() => SetByConstructor = Environment.MachineName;
            public static void Change(ref string text) => text = Environment.MachineName;
        }

        """;
}
