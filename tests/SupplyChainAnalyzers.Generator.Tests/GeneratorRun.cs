using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>What a run of the generator left behind.</summary>
internal sealed record GeneratorRun(GeneratorRunResult Result, CSharpCompilation Compilation, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<string> Files => Result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal);

    /// <summary>Text of <c>ModelFiles.g.cs</c>.</summary>
    public string ModelFiles => Text("ModelFiles.g.cs");

    public string Text(string file) => Result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    /// <summary>Compiles, without a warning, and loads the result.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
