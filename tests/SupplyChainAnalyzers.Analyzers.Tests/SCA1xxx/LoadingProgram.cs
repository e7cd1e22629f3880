using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>Programs for the rules about loading: every library that they are about, and statements of a test.</summary>
internal static class LoadingProgram
{
    public static readonly IReadOnlyList<string> Stubs =
    [
        "Accord", "Accord.Neuro", "Emgu.Util", "FastBertTokenizer", "LLamaSharp", "Microsoft.Extensions.ML", "Microsoft.ML.Data", "Microsoft.ML.GenAI.Core", "Microsoft.ML.OnnxRuntime",
        "Microsoft.ML.OnnxRuntimeGenAI", "Microsoft.ML.Tokenizers", "Microsoft.ML.Vision", "HuggingfaceHub", "Sdcb.PaddleOCR.Models.Online", "SharpLearning.InputOutput", "StableDiffusion.NET",
        "Tensorflow.Binding", "Tensorflow.Keras", "TorchSharp", "TorchSharp.PyBridge", "Whisper.net",
    ];

    private const string Usings = """
        using System;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Threading.Tasks;
        using HuggingfaceHub;
        using LLama;
        using LLama.Common;
        using LLama.Native;
        using Microsoft.Extensions.ML;
        using Microsoft.ML;
        using Microsoft.ML.OnnxRuntime;
        using Microsoft.ML.OnnxRuntimeGenAI;
        using TorchSharp;
        using TorchSharp.PyBridge;
        using Whisper.net;
        using Whisper.net.Ggml;
        #pragma warning disable SYSLIB0014

        """;

    /// <summary>One expression, in top-level statements.</summary>
    public static RuleTest Of(string call) => Statements($"object result = {call};");

    /// <summary>Several statements, in an async method.</summary>
    public static RuleTest Statements(string statements, string members = "") => new()
    {
        Source = Text(statements, members),
        Stubs = Stubs,
    };

    /// <summary>The source of <see cref="Statements"/>, for a fixed one.</summary>
    public static string Text(string statements, string members = "") => Usings + Class(statements, members);

    /// <summary>The same in a namespace of its own, so that many fit into one compilation.</summary>
    public static string InNamespace(string space, string statements) => $"{Usings}namespace {space};\n{Class(statements, "")}";

    private static string Class(string statements, string members) => $$"""
        public class C(torch.nn.Module module, HttpClient http, SessionOptions options, PredictionEnginePoolBuilder<object, object> pool, string unknown)
        {
            public async Task<object?> M()
            {
                {{statements}}
                await Task.Yield();
                return null;
            }

            {{members}}
        }

        """.Replace("\r\n", "\n", StringComparison.Ordinal);
}
