namespace SupplyChainAnalyzers.Analyzers.Tests;

/// <summary>Texts of models.lock for tests.</summary>
internal static class TestLock
{
    public const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    public const string OtherCommit = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db";

    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>A lock of one model from the hub: acme/fraud-finbert with model.onnx and config.json.</summary>
    public static string Hub(string resolvedFrom = "v2.1.0", string commit = Commit) => Of(Model("fraud-finbert", "models/fraud-finbert", "acme/fraud-finbert", commit, resolvedFrom, "model.onnx", "onnx/model_quantized.onnx"));

    /// <summary>A lock of models without a source.</summary>
    public static string Local(params string[] paths) => Of([.. paths.Select(static (path, i) =>
        Model($"m{i}", Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", null, null, null, Path.GetFileName(path)))]);

    /// <summary>A lock of one asset of a GitHub release.</summary>
    public static string Asset(string repo, string asset) => From($$"""{ "type": "github", "repo": "{{repo}}", "asset": "{{asset}}", "revision": "sha256:{{Sha}}" }""");

    /// <summary>A lock of one model from an address.</summary>
    public static string Address(string url) => From($$"""{ "type": "url", "url": "{{url}}" }""");

    /// <summary>A lock of one model that is kept elsewhere.</summary>
    public static string External(string uri, string version) => From($$"""{ "type": "external", "uri": "{{uri}}", "version": "{{version}}" }""");

    /// <summary>A lock of the given models.</summary>
    public static string Of(params string[] models) => $$"""
        {
          "lockVersion": 1,
          "models": {
        {{string.Join(",\n", models)}}
          }
        }
        """;

    public static string Model(string name, string path, string? repo, string? commit, string? resolvedFrom, params string[] files)
    {
        var source = repo is null ? "" : $$"""
            "source": { "type": "huggingface", "repo": "{{repo}}", "revision": "{{commit}}"{{(resolvedFrom is null ? "" : $", \"resolvedFrom\": \"{resolvedFrom}\"")}} },
            """;
        var entries = files.Order(StringComparer.Ordinal).Select(static file => $$""" "{{file}}": { "sha256": "{{Sha}}", "size": 1, "format": "onnx" } """);
        return $$"""  "{{name}}": { "path": "{{path}}", {{source}} "files": { {{string.Join(", ", entries)}} } } """;
    }

    private static string From(string source) => Of($$"""  "m": { "path": "models/m", "source": {{source}}, "files": { "m.onnx": { "sha256": "{{Sha}}", "size": 1, "format": "onnx" } } } """);
}
