using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Options;

namespace SupplyChainAnalyzers.Generator;

/// <summary>What the project asks for.</summary>
/// <param name="IsOn">SupplyChainGenerate.</param>
/// <param name="Namespace">SupplyChainGenerateNamespace, or else RootNamespace, as a namespace of C#.</param>
/// <param name="Copies">Where the build copies files, as the targets wrote it; see <see cref="CopyMap"/>.</param>
internal sealed record Settings(bool IsOn, string Namespace, string Copies)
{
    private const string Fallback = "Models";

    public static Settings Read(AnalyzerConfigOptionsProvider options)
    {
        var isOn = BuildProperty.Find(options, "SupplyChainGenerate") is { } text && bool.TryParse(text.Trim(), out var value) && value;
        var name = BuildProperty.Find(options, "SupplyChainGenerateNamespace") ?? BuildProperty.Find(options, "RootNamespace");
        return new Settings(isOn, ToNamespace(name), BuildProperty.Find(options, "_SupplyChainCopies") ?? "");
    }

    /// <summary>Whatever a project is called, the result can be written after <c>namespace</c>.</summary>
    internal static string ToNamespace(string? text)
    {
        var parts = (text ?? "").Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(ToIdentifier).ToArray();
        return parts.Length == 0 ? Fallback : string.Join(".", parts);
    }

    private static string ToIdentifier(string text)
    {
        var name = new StringBuilder(text.Length + 1);
        foreach (var c in text.Trim())
            name.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');

        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');

        // Only words that are reserved everywhere need it; it does no harm in front of any other.
        var word = name.ToString();
        return SyntaxFacts.GetKeywordKind(word) == SyntaxKind.None ? word : "@" + word;
    }
}
