using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

/// <summary>Programs that run Python or start processes.</summary>
internal static class ScriptProgram
{
    public static readonly IReadOnlyList<string> Stubs = ["Python.Runtime", "CSnakes.Runtime", "Microsoft.Scripting"];

    private const string Usings = """
        using System;
        using System.Diagnostics;
        using System.Threading.Tasks;
        using CSnakes.Runtime;
        using Python.Runtime;
        #nullable enable

        """;

    public static RuleTest Of(string statements, string? wanted = null) => new()
    {
        Source = Text(statements),
        Fixed = wanted is null ? null : Text(wanted),
        Stubs = Stubs,
    };

    public static string Text(string statements) => Usings + $$"""
        public class C(PyModule module, IPythonEnvironment environment, Microsoft.Scripting.Hosting.ScriptEngine engine, string unknown)
        {
            private const string Model = "acme/bert";

            public async Task M()
            {
                {{statements}}
                await Task.Yield();
            }
        }

        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>A lock with one model, acme/bert.</summary>
    public static string Lock => TestLock.Of(TestLock.Model("bert", "models/bert", "acme/bert", TestLock.Commit, "main", "model.onnx"));
}
