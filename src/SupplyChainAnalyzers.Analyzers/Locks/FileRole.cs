using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>What an additional file is to us: the build writes it beside the item as SupplyChainRole.</summary>
internal static class FileRole
{
    public const string Lock = "lock";
    public const string Policy = "policy";

    /// <summary>A policy that the project's own extends.</summary>
    public const string PolicyBase = "policy-base";

    /// <summary>A file of settings, as appsettings.json.</summary>
    public const string Settings = "settings";

    private const string Key = "build_metadata.AdditionalFiles.SupplyChainRole";

    public static bool Is(AdditionalText file, string role, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Key, out var said) && said == role;
}
