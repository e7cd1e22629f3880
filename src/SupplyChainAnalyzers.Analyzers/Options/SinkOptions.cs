using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Options;

/// <summary>Reads <c>sca.RULE.option</c>, then <c>sca.option</c>, from .editorconfig or a global config.</summary>
internal readonly struct SinkOptions(AnalyzerConfigOptions options)
{
    private const string Prefix = "sca.";

    public bool GetBool(string rule, string option, bool fallback) =>
        Get(rule, option) is { } text && bool.TryParse(text.Trim(), out var value) ? value : fallback;

    public int GetInt(string rule, string option, int fallback) =>
        Get(rule, option) is { } text && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>Whether one of the comma-separated patterns of an option matches <paramref name="text"/>.</summary>
    public bool Matches(string rule, string option, string text)
    {
        if (Get(rule, option) is not { } list)
            return false;

        foreach (var pattern in list.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (new Glob(pattern.Trim()).IsMatch(text))
                return true;
        }

        return false;
    }

    private string? Get(string rule, string option) =>
        options.TryGetValue(Prefix + rule + "." + option, out var value) || options.TryGetValue(Prefix + option, out value) ? value : null;
}
