using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>A project as business code is: services that query, map, format and call others over HTTP; the same on every run.</summary>
internal static class GeneratedProject
{
    // One file in twenty loads a model where models are referenced at all: more than real code has.
    private const int FilesPerModel = 20;

    private static readonly string[] Stubs = ["HuggingfaceHub", "Microsoft.ML.OnnxRuntime", "OpenAI", "Microsoft.SemanticKernel.Connectors.OpenAI"];

    /// <summary>A compilation of <paramref name="files"/> files, with or without references to packages for models.</summary>
    public static CSharpCompilation Create(int files, bool withModels)
    {
        var trees = Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(File(i, withModels && i % FilesPerModel == 0), path: $"/bench/File{i}.cs"));
        var references = PlatformReferences.All.Concat(withModels ? CatalogueStubs.For(Stubs) : []);
        return CSharpCompilation.Create(
            "Bench", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A compilation of one empty class.</summary>
    public static CSharpCompilation Empty() => CSharpCompilation.Create(
        "Empty", [CSharpSyntaxTree.ParseText("class C { }")], PlatformReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    /// <summary>One method with <paramref name="sites"/> calls that analyzers of models look at, each with a value of its own to find.</summary>
    public static CSharpCompilation Calls(int sites)
    {
        var text = new StringBuilder("class Calls { void M(System.Net.Http.HttpClient http, string name) {\n");
        for (var i = 0; i < sites; i++)
            text.Append($"var url{i} = \"https://example.com/\" + name + \"/{i}\"; _ = http.GetStringAsync(url{i});\n");

        return CSharpCompilation.Create(
            "Calls", [CSharpSyntaxTree.ParseText(text.Append("} }").ToString())], PlatformReferences.All.Concat(CatalogueStubs.For(Stubs)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
    }

    private static string File(int number, bool loadsModel)
    {
        var text = new StringBuilder(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Bench.Area{{number % 10}};

            public sealed record Order{{number}}(int Id, string Customer, decimal Amount, DateTime Placed);

            public sealed class OrderService{{number}}
            {
                private readonly HttpClient _http;
                private readonly Dictionary<int, Order{{number}}> _orders = new();
                private int _changes;

                public OrderService{{number}}(HttpClient http) => _http = http ?? throw new ArgumentNullException(nameof(http));

                public string Name { get; set; } = "orders";

                public int Changes => _changes;

            """);
        for (var method = 0; method < 4; method++)
        {
            text.Append(
                $$"""

                    public async Task<IReadOnlyList<string>> Process{{method}}Async(IEnumerable<Order{{number}}> orders, CancellationToken cancellation)
                    {
                        ArgumentNullException.ThrowIfNull(orders);
                        var lines = new List<string>();
                        foreach (var group in orders.Where(order => order.Amount > {{method}}m).GroupBy(order => order.Customer).OrderBy(group => group.Key))
                        {
                            var total = group.Sum(order => order.Amount);
                            if (total < 0 || string.IsNullOrEmpty(group.Key))
                                continue;

                            lines.Add($"{group.Key}: {total:F2} in {group.Count()} orders since {group.Min(order => order.Placed):d}");
                            _orders[group.First().Id] = group.First();
                            _changes++;
                        }

                        Name = lines.Count > 0 ? lines[0].Trim().ToUpperInvariant() : "none";
                        await Task.Delay(TimeSpan.FromMilliseconds({{method}}), cancellation).ConfigureAwait(false);
                        return lines;
                    }

                """);
        }

        text.Append(
            $$"""

                public async Task<string> SendAsync(CancellationToken cancellation)
                {
                    var answer = await _http.GetStringAsync("https://example.com/api/orders/" + _changes, cancellation).ConfigureAwait(false);
                    using var request = new HttpRequestMessage(HttpMethod.Post, $"https://example.com/api/orders/{_changes}") { Content = new StringContent(answer) };
                    using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
                    return response.IsSuccessStatusCode ? "sent" : response.ReasonPhrase ?? "failed";
                }

            """);
        if (loadsModel)
        {
            text.Append(
                $$"""

                    public object Load()
                    {
                        var session = new Microsoft.ML.OnnxRuntime.InferenceSession("models/m{{number}}.onnx");
                        var client = new OpenAI.OpenAIClient("key").GetChatClient("gpt-4o");
                        return HuggingfaceHub.HFDownloader.DownloadFileAsync("acme/m{{number}}", "model.onnx", revision: "043235d6088ecd3dd5fb5ca3592b6913fd516027");
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
