using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Analyzers.Options;

/// <summary>Properties that the build hands to the compiler.</summary>
internal static class BuildProperty
{
    /// <summary>The value, or null when it is empty or not handed over.</summary>
    public static string? Find(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>
    /// Lines that the targets wrote in base64, because a property ends at the first '#' or ';' on its way to the compiler; null when it
    /// is something else.
    /// </summary>
    public static string[]? Lines(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64)).Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
