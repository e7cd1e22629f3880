using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>The types that accessors are made of: the same text for every lock, so they are written once a project.</summary>
internal static class SupportSources
{
    private static readonly string[] Names = ["ModelPrivateFolder", "ModelVerificationException", "VerifiedModelFile", "VerifiedModelFolder", "VerifiedModelPath", "VerifiedModelStream"];

    public static void Write(SourceProductionContext output, string? @namespace, Dialect dialect)
    {
        if (@namespace is null)
            return;

        foreach (var name in Names)
            output.AddSource(name + ".g.cs", SourceText.From(Fill(Read(name), @namespace, dialect), Encoding.UTF8));
    }

    private static string Fill(string template, string @namespace, Dialect dialect) => template
        .Replace("{header}", dialect.Header)
        .Replace("{namespace}", @namespace)
        .Replace("{generated}", Dialect.Attribute)
        .Replace("{?}", dialect.Nullable)
        .Replace("{!}", dialect.NotNull);

    private static string Read(string name)
    {
        using var stream = typeof(SupportSources).Assembly.GetManifestResourceStream(name + ".txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
