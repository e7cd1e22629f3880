using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>A finding on the wire.</summary>
/// <param name="Rule">One of <see cref="IsFinding"/>, or of the reasons to refuse a file.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Message">As it will be shown.</param>
/// <param name="Member">Member inside the file, raw.</param>
/// <param name="Offset">Byte offset in the file or member.</param>
/// <param name="Symbol">The name it is about, raw.</param>
internal sealed record ReportedFinding(Rule Rule, Severity Severity, string Message, string? Member = null, long? Offset = null, string? Symbol = null)
{
    /// <summary>
    /// What a job can find out: what a scanned file is (3xxx), how a model behaves (4xxx), or what a signature is worth (50xx). A
    /// scanner has no say about locks and policies.
    /// </summary>
    public static bool Belongs(Rule rule, string job) => rule.Id.StartsWith(Range(job), StringComparison.Ordinal);

    /// <summary>Whether any job can find it out.</summary>
    public static bool IsFinding(Rule rule) => Belongs(rule, Jobs.Scan) || Belongs(rule, Jobs.Behavior) || Belongs(rule, Jobs.VerifySignature);

    private static string Range(string job) => job switch
    {
        Jobs.VerifySignature => "SCA50",
        Jobs.Behavior => "SCA4",
        _ => "SCA3",
    };

    /// <summary>Why a file can be refused.</summary>
    public static bool IsRefusal(Rule rule) => rule == Rules.FileUnreadable || rule == Rules.FileChanging;
}
