using System.Reflection;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>Who writes a report.</summary>
internal static class ToolVersion
{
    /// <summary>The product's name in reports.</summary>
    public const string Name = "SupplyChainAnalyzers";

    /// <summary>The version this tool was built with.</summary>
    public static readonly string Text =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
