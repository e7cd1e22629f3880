using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What became of a signature: valid or not, who signed, and every difference.</summary>
internal static class SignatureReport
{
    /// <summary>Whether nothing was found that speaks against it.</summary>
    public static bool IsValid(ScanResult result) => result.Answered && result.Findings.All(static finding => finding.Rule.DefaultLevel < Level.Error);

    /// <summary>Writes it as text or JSON.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="root">What paths are relative to.</param>
    /// <param name="bundle">The signature's path as it is shown.</param>
    /// <param name="result">The scanner's answer.</param>
    public static void Write(ReportTarget target, string root, string bundle, ScanResult result)
    {
        if (target.IsJson)
            target.WriteJson(Json(root, bundle, result));
        else
            target.WriteText(Text(bundle, result));
    }

    private static List<string> Text(string bundle, ScanResult result)
    {
        var lines = new List<string>();
        foreach (var finding in result.Findings)
            lines.Add($"{finding.Rule.DefaultLevel.Word()} {finding.Rule.Id}: {finding.Message}");
        foreach (var fact in Facts(result))
            lines.Add("  " + fact.Text);
        lines.Add(IsValid(result) ? $"{bundle}: valid" : $"{bundle}: NOT valid");
        return lines;
    }

    private static IEnumerable<ListingLine> Facts(ScanResult result) => result.Listing.Where(static line => line.Section == SignatureListing.Signer);

    private static JsonWriter Json(string root, string bundle, ScanResult result)
    {
        var json = FindingJson.Begin("verify-signature", root).Member("bundle", bundle).Member("valid", IsValid(result)).Name("signer").BeginObject();
        foreach (var fact in Facts(result))
        {
            var colon = fact.Text.IndexOf(": ", StringComparison.Ordinal);
            json.Member(fact.Text[..colon], fact.Text[(colon + 2)..]);
        }

        return FindingJson.End(json.EndObject(), result.Findings.Select(static finding => new DecidedFinding(finding, finding.Rule.DefaultLevel)), root);
    }
}
