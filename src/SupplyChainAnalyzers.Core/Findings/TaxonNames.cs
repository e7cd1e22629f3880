using System.Globalization;

namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>
/// Names and pages of what <see cref="Taxa"/> refers to: MITRE ATLAS 5.6.0 (dist/ATLAS.yaml), OWASP Top 10 for LLM Applications 2025,
/// OWASP Machine Learning Security Top 10 2023, CWE 4.18.
/// </summary>
public static class TaxonNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["AML.T0010.001"] = "AI Software",
        ["AML.T0010.002"] = "Data",
        ["AML.T0010.003"] = "Model",
        ["AML.T0011.000"] = "Unsafe AI Artifacts",
        ["AML.T0011.001"] = "Malicious Package",
        ["AML.T0018.000"] = "Poison AI Model",
        ["AML.T0018.001"] = "Modify AI Model Architecture",
        ["AML.T0018.002"] = "Embed Malware",
        ["AML.T0020"] = "Poison Training Data",
        ["AML.T0025"] = "Exfiltration via Cyber Means",
        ["AML.T0029"] = "Denial of AI Service",
        ["AML.T0050"] = "Command and Scripting Interpreter",
        ["AML.T0072"] = "Reverse Shell",
        ["AML.T0073"] = "Impersonation",
        ["AML.T0074"] = "Masquerading",
        ["AML.T0076"] = "Corrupt AI Model",
        ["LLM03"] = "Supply Chain",
        ["LLM04"] = "Data and Model Poisoning",
        ["LLM10"] = "Unbounded Consumption",
        ["ML02"] = "Data Poisoning Attack",
        ["ML06"] = "AI Supply Chain Attacks",
        ["ML10"] = "Model Poisoning",
        ["CWE-20"] = "Improper Input Validation",
        ["CWE-22"] = "Path Traversal",
        ["CWE-59"] = "Link Following",
        ["CWE-78"] = "OS Command Injection",
        ["CWE-94"] = "Code Injection",
        ["CWE-119"] = "Improper Restriction of Operations within the Bounds of a Memory Buffer",
        ["CWE-190"] = "Integer Overflow or Wraparound",
        ["CWE-345"] = "Insufficient Verification of Data Authenticity",
        ["CWE-347"] = "Improper Verification of Cryptographic Signature",
        ["CWE-400"] = "Uncontrolled Resource Consumption",
        ["CWE-409"] = "Improper Handling of Highly Compressed Data",
        ["CWE-436"] = "Interpretation Conflict",
        ["CWE-502"] = "Deserialization of Untrusted Data",
        ["CWE-506"] = "Embedded Malicious Code",
        ["CWE-611"] = "Improper Restriction of XML External Entity Reference",
        ["CWE-776"] = "XML Entity Expansion",
        ["CWE-789"] = "Memory Allocation with Excessive Size Value",
        ["CWE-829"] = "Inclusion of Functionality from Untrusted Control Sphere",
        ["CWE-918"] = "Server-Side Request Forgery",
        ["CWE-1336"] = "Template Injection",
    };

    /// <summary>The name; null for an id that stands in no catalogue above.</summary>
    public static string? Of(string id) => Names.TryGetValue(id, out var name) ? name : null;

    /// <summary><c>CWE-502</c>.</summary>
    public static string OfCwe(int number) => "CWE-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The page about it; null where a catalogue has none for each entry.</summary>
    public static string? PageOf(string id) =>
        id.StartsWith("AML.", StringComparison.Ordinal) ? "https://atlas.mitre.org/techniques/" + id
        : id.StartsWith("CWE-", StringComparison.Ordinal) ? $"https://cwe.mitre.org/data/definitions/{id.Substring(4)}.html"
        : null;
}
