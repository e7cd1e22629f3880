using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>Turns rules of the catalogue into what the compiler knows; ids, titles, levels and links stand in Core alone.</summary>
internal static class Descriptors
{
    /// <summary>The category of every rule that speaks about source code.</summary>
    public const string Category = "ModelSupplyChain";

    /// <summary>A descriptor of <paramref name="rule"/>; <paramref name="messageFormat"/> takes the arguments the rule reports with.</summary>
    public static DiagnosticDescriptor From(Rule rule, string messageFormat) => new(
        rule.Id,
        rule.Title,
        messageFormat,
        Category,
        SeverityOf(rule.DefaultLevel),
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink,
        customTags: ["SupplyChain"]);

    /// <summary>What a level is to the compiler.</summary>
    public static DiagnosticSeverity SeverityOf(Level level) => level switch
    {
        Level.Error => DiagnosticSeverity.Error,
        Level.Warning => DiagnosticSeverity.Warning,
        Level.Message => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };
}
