using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>
/// A rule about uses of members in the table. It says which members, and judges each use; one analyzer binds every call once
/// and asks them all. Stateless: one instance serves every compilation of the process at the same time.
/// </summary>
internal abstract class ModelRule
{
    protected ModelRule(Rule rule, string messageFormat)
    {
        Rule = rule;
        Descriptor = Descriptors.From(rule, messageFormat);
    }

    public Rule Rule { get; }

    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether test projects are looked at unless <c>sca.include_tests</c> says otherwise.</summary>
    public virtual bool IncludesTests => true;

    /// <summary>Whether it is asked about members that are listed as harmless, too.</summary>
    public virtual bool SeesHarmless => false;

    /// <summary>Whether it judges addresses that are only written as data, too: those are no call, and have no operation.</summary>
    public virtual bool JudgesWritten => false;

    /// <summary>Whether uses of <paramref name="member"/> concern the rule. Asked once a process.</summary>
    public abstract bool IsAbout(ApiMember member);

    /// <summary>Judges a use, and reports what is wrong with it.</summary>
    public abstract void Analyze(SinkUse use);
}
