using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>A file that the project hands to the compiler; without a text it could not be read.</summary>
internal sealed class TestText(string path, SourceText? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
}
