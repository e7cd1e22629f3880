using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.Hosted;

/// <summary>A rule about the name of a model that another program runs: a provider's API, or a server on this machine.</summary>
internal abstract class HostedRule(Rule rule, string messageFormat) : ModelRule(rule, messageFormat)
{
    /// <inheritdoc/>
    public sealed override bool IsAbout(ApiMember member) =>
        member.Class is ApiClass.Alias or ApiClass.Download && (member.Roles & ParameterRoles.ModelName) != 0 && Concerns(HostedProvider.Of(member), member);

    /// <inheritdoc/>
    public sealed override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.ModelName))
        {
            if (argument.IsOmitted || argument.Syntax is not { } syntax)
                continue;

            foreach (var value in argument.Values)
            {
                if (value.IsComplete && value.Text.Length > 0 && Judge(use, value.Text) is { } fault)
                    Report(use, argument, syntax, value, fault);
            }
        }
    }

    /// <summary>Whether the rule is about members that name models of <paramref name="provider"/>, null being any.</summary>
    protected abstract bool Concerns(string? provider, ApiMember member);

    /// <summary>What is wrong with <paramref name="model"/>; null when nothing is.</summary>
    protected abstract HostedFault? Judge(SinkUse use, string model);

    private void Report(SinkUse use, SinkArgument argument, SyntaxNode syntax, StringValue value, HostedFault fault)
    {
        var written = value.Pieces is [{ Literal: { } literal } piece] && argument.Holds(literal) ? LiteralText.Find(piece, 0, piece.Text.Length) : null;
        use.Report(this, written ?? syntax.GetLocation(), null, written is null || fault.Replacement is null ? null : PinProperties.ReplaceByName(fault.Replacement), fault.Arguments);
    }
}
