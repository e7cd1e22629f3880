using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>One fault at one place. Immutable; strings are raw and pass <see cref="Printable"/> where they are shown.</summary>
public sealed record Finding
{
    /// <summary>Makes a finding of <paramref name="rule"/>.</summary>
    public Finding(Rule rule, string message)
    {
        Rule = rule;
        Message = message;
        Severity = rule.Severity;
    }

    /// <summary>A finding of <paramref name="rule"/> at a place of a text file.</summary>
    public static Finding At(Rule rule, string message, string file, TextRegion region) => new(rule, message) { File = file, Region = region };

    /// <summary>What kind of fault.</summary>
    public Rule Rule { get; }

    /// <summary>What is wrong here and, after it, the next step. Ends without a full stop when it ends in a command.</summary>
    public string Message { get; }

    /// <summary>How bad it is here.</summary>
    public Severity Severity { get; init; }

    /// <summary>Absolute path of the text file to show, most often models.lock; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>Where in <see cref="File"/>.</summary>
    public TextRegion Region { get; init; }

    /// <summary>Name of the model in the lock, when the fault belongs to one.</summary>
    public string? Model { get; init; }

    /// <summary>Absolute path of the model file that is at fault, when there is one.</summary>
    public string? Subject { get; init; }

    /// <summary>SHA-256 (64 lower-case hex digits) of the subject's bytes, when known. Exemptions bind to it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Member inside the subject (archive entry, graph node …), when there is one.</summary>
    public string? Member { get; init; }

    /// <summary>
    /// The name the fault is about, as the file writes it: <c>os.system</c>, an operator's domain, a template's attribute. What a
    /// policy's allow list is compared with; null when there is none.
    /// </summary>
    public string? Symbol { get; init; }

    /// <summary>Byte offset inside the subject or member, when known.</summary>
    public long? Offset { get; init; }
}
