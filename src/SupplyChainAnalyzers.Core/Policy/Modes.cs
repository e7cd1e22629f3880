using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>The words for <see cref="Mode"/>.</summary>
public static class Modes
{
    /// <summary>
    /// Reads <c>audit</c>, <c>default</c> or <c>strict</c>, exactly. Any other word is a finding (SCA0004): a mistyped
    /// mode must not fall back to a weaker one.
    /// </summary>
    /// <param name="text">What was given; null, empty or white space means that nothing was.</param>
    /// <param name="setting">The name the user knows it by: <c>SupplyChainMode</c>, <c>--mode</c>.</param>
    /// <param name="mode">The mode; null when none was given or the word is unknown.</param>
    /// <param name="error">Set when the word is unknown.</param>
    public static bool TryParse(string? text, string setting, out Mode? mode, out Finding? error)
    {
        (mode, error) = (null, null);
        if (string.IsNullOrWhiteSpace(text)) return true;

        mode = Find(text!.Trim());
        if (mode is null)
        {
            error = new Finding(
                Rules.Usage,
                $"{setting} is '{Printable.Of(text)}', which is no mode; write audit, default or strict");
        }

        return error is null;
    }

    /// <summary>The word as it is written in policies and properties.</summary>
    public static string Word(this Mode mode) => mode switch
    {
        Mode.Audit => "audit",
        Mode.Strict => "strict",
        _ => "default",
    };

    internal static Mode? Find(string word) => word switch
    {
        "audit" => Mode.Audit,
        "default" => Mode.Default,
        "strict" => Mode.Strict,
        _ => null,
    };
}
